import type { Answer, RecordType } from "../answer.ts";
import type { LookupOptions, Resolver } from "../resolver.ts";
import { lookupId } from "../resolver.ts";

/**
 * Puts access keys into names on their way to the network and takes them out of the answers. Above it a key is
 * only known by its place holder label, so that no log, record, report or export can hold the secret.
 */
export function secretLabels(base: Resolver, secrets: ReadonlyMap<string, string>): Resolver {
  if (secrets.size === 0) return base;
  const inserted = (name: string): string =>
    name
      .split(".")
      .map(label => secrets.get(label) ?? label)
      .join(".");
  return {
    async lookup<Type extends RecordType>(name: string, type: Type, options: LookupOptions = {}) {
      const secret = inserted(name);
      const answer = await base.lookup(secret, type, options);
      return secret === name ? answer : withoutSecret(answer, name, options);
    },
  };
}

/** The answer as if the place holder had been asked for. Aliases are dropped: they may repeat the key. */
const withoutSecret = <Type extends RecordType>(
  answer: Answer<Type>,
  name: string,
  options: LookupOptions,
): Answer<Type> => ({ ...answer, id: lookupId(name, answer.type, options), name, cnames: [] });
