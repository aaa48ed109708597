import { parseDnsName } from "#lib/values/dns-name.ts";
import type { Answer, RecordType } from "../answer.ts";
import { lookupId, type LookupOptions, type Resolver } from "../resolver.ts";
import { unanswered } from "../unanswered.ts";

/** Gives recorded answers again. A question that was never asked is "unreachable", not "absent". */
export function replayResolver(recorded: readonly Answer[]): Resolver {
  const byId = new Map(recorded.map(answer => [answer.id, answer]));
  return {
    async lookup<Type extends RecordType>(text: string, type: Type, options: LookupOptions = {}) {
      const parsed = parseDnsName(text);
      const name = parsed.ok ? parsed.value : text;
      const answer = byId.get(lookupId(name, type, options));
      return answer === undefined ? unanswered(name, type, "unreachable", options) : ofType<Type>(answer);
    },
  };
}

/** The id of a lookup holds its type. */
const ofType = <Type extends RecordType>(answer: Answer): Answer<Type> => answer as Answer<Type>;
