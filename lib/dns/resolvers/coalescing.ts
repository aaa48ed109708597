import { parseDnsName } from "#lib/values/dns-name.ts";
import type { Answer, RecordType } from "../answer.ts";
import { lookupId, type LookupOptions, type Resolver } from "../resolver.ts";

/** Asks the same question once, whether it comes again at the same time or later. Made for one scan. */
export function coalescingResolver(base: Resolver): Resolver {
  const asked = new Map<string, Promise<Answer>>();
  return {
    lookup<Type extends RecordType>(text: string, type: Type, options: LookupOptions = {}) {
      const parsed = parseDnsName(text);
      const name = parsed.ok ? parsed.value : text;
      const id = lookupId(name, type, options);
      const before = asked.get(id);
      if (before !== undefined) return ofType<Type>(before);
      const answer = base.lookup(name, type, options);
      asked.set(id, answer);
      return answer;
    },
  };
}

/** The id of a lookup holds its type. */
const ofType = <Type extends RecordType>(answer: Promise<Answer>): Promise<Answer<Type>> =>
  answer as Promise<Answer<Type>>;
