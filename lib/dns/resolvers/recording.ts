import type { Answer, RecordType } from "../answer.ts";
import type { LookupOptions, Resolver } from "../resolver.ts";

export interface Recording {
  readonly resolver: Resolver;
  /** Every answer so far, one for each question, in the order of asking. */
  answers(): readonly Answer[];
}

/** Keeps every answer that passes, for the report and for replay. */
export function recordingResolver(base: Resolver): Recording {
  const asked: (Answer | null)[] = [];
  const resolver: Resolver = {
    async lookup<Type extends RecordType>(name: string, type: Type, options?: LookupOptions) {
      const place = asked.push(null) - 1;
      const answer = await base.lookup(name, type, options);
      asked[place] = answer;
      return answer;
    },
  };
  const answers = () => [
    ...new Map(asked.filter(answer => answer !== null).map(answer => [answer.id, answer])).values(),
  ];
  return { resolver, answers };
}
