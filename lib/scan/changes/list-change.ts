/** What came to a list and what went from it, in the order of the lists. */
export interface ListChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const listChange = (before: readonly string[], after: readonly string[]): ListChange => ({
  added: after.filter(item => !before.includes(item)),
  removed: before.filter(item => !after.includes(item)),
});

/** Names beyond this are counted. */
const MOST_NAMED = 4;

/** "a and b were added, c was removed"; null where the lists hold the same. */
export function listChangeWords({ added, removed }: ListChange): string | null {
  const parts = [...part(added, "added"), ...part(removed, "removed")];
  return parts.length === 0 ? null : parts.join(", ");
}

const part = (items: readonly string[], deed: string): readonly string[] =>
  items.length === 0 ? [] : [`${named(items)} ${items.length === 1 ? "was" : "were"} ${deed}`];

/** "a", "a and b", "a, b, c, d and 3 more". */
export function named(items: readonly string[]): string {
  const rest = items.length - MOST_NAMED;
  const parts = rest > 0 ? [...items.slice(0, MOST_NAMED), `${rest} more`] : [...items];
  const last = parts.pop() ?? "nothing";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
