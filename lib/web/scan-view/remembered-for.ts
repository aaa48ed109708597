import { unitWords } from "#lib/services/limits/wait-words.ts";
import type { ScanView } from "./scan-view.ts";

/**
 * For how long resolvers may go on giving out what stands at the names of the fixes, in words; null where nothing
 * is known of it. The absence of a record is remembered too (RFC 2308).
 */
export function rememberedFor({ fixes, lookups }: Pick<ScanView, "fixes" | "lookups">): string | null {
  const records = fixes.flatMap(({ fix }) => fix.records);
  const seconds = lookups
    .filter(lookup => records.some(record => record.name === lookup.name && record.type === lookup.type))
    .map(lookup => lookup.ttl ?? 0);
  const longest = Math.max(0, ...seconds);
  return longest === 0 ? null : unitWords(longest);
}
