import type { AnswerMeta, FailedAnswer, LookupFailure, RecordType } from "./answer.ts";
import { lookupId, type LookupOptions } from "./resolver.ts";

/** The failed answer of a lookup for which no packet was sent. */
export const unanswered = <Type extends RecordType>(
  name: string,
  type: Type,
  status: LookupFailure,
  options: LookupOptions = {},
): FailedAnswer<Type> => ({ ...blankMeta(name, type, options), status });

/** What an answer says beside its status, before anybody has been asked. */
export const blankMeta = <Type extends RecordType>(
  name: string,
  type: Type,
  options: LookupOptions = {},
): AnswerMeta<Type> => ({
  id: lookupId(name, type, options),
  name,
  type,
  rcode: null,
  ad: false,
  aa: false,
  tc: false,
  extendedErrors: [],
  cnames: [],
  server: null,
  attempts: [],
  startedMs: 0,
  ms: 0,
});
