import type { RecordType } from "../answer.ts";
import { namesOwner } from "../zone/fault.ts";

export const SERVER_FAULTS = [
  /** No answer at all. */
  "drop",
  /** The right answer, after `delayMs`. */
  "delay",
  "servfail",
  "refused",
  "formerr",
  /** TC set and the records left out, over UDP; over TCP the right answer. */
  "truncate",
  /** A header that promises an answer, and octets that are none. */
  "malformed",
  /** The right answer under another id. */
  "wrong-id",
  /** The right answer to a question that was not asked. */
  "wrong-question",
  /** Two aliases that lead to each other. */
  "cname-loop",
  /** Only the first alias, and not where it leads: a server that does not follow. */
  "alias-only",
  /** More records than anybody wants. */
  "oversize",
  /** A referral to other servers without authority. */
  "lame",
  /** An address for everything, as captive networks give. */
  "rewrite",
] as const;

/** Something that this server does wrong for some of its questions. */
export interface ServerFault {
  readonly kind: (typeof SERVER_FAULTS)[number];
  /** "example.com", "*.example.com" for everything below, "*" for every name. */
  readonly name: string;
  readonly type?: RecordType;
  readonly transport?: "udp" | "tcp";
  /** Share of the matching questions, from 0 to 1; all when left out. */
  readonly share?: number;
  readonly delayMs?: number;
}

/** The first fault that strikes this question. `random` gives numbers from 0 up to 1. */
export const strikingFault = (
  faults: readonly ServerFault[],
  question: { readonly name: string; readonly type: RecordType | null; readonly transport: "udp" | "tcp" },
  random: () => number,
): ServerFault | null =>
  faults.find(
    fault =>
      namesOwner(fault.name, question.name) &&
      (fault.type === undefined || fault.type === question.type) &&
      (fault.transport === undefined || fault.transport === question.transport) &&
      (fault.share === undefined || random() < fault.share),
  ) ?? null;
