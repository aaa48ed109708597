import { isFailure, joinedText } from "#lib/dns/answer.ts";
import { lookupId } from "#lib/dns/resolver.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { DecodedCode } from "./decode.ts";
import { decodeAnswer } from "./decode.ts";
import type { ClosedReason, ListHealthCache } from "./health.ts";
import type { Blocklist } from "./lists.ts";
import { dnsblQueryName } from "./query-name.ts";

/** What one list says about one address or domain. */
export type ListVerdict =
  | { readonly result: "not-listed" }
  | {
      readonly result: "listed" | "informational";
      readonly codes: readonly DecodedCode[];
      /** The list's own words, untrusted and cut; null when it gave none. */
      readonly text: string | null;
    }
  | { readonly result: "refused" | "unknown"; readonly reason: ClosedReason };

export interface ListRow {
  readonly list: string;
  readonly entry: string;
  readonly verdict: ListVerdict;
  readonly lookups: readonly string[];
}

const TEXT_LIMIT = 512;

/**
 * Asks one list about one entry. The list's health is asked at the same time; only a list that has proved
 * itself may say anything, and only NXDOMAIN from it means "not listed" (RFC 5782 2.1).
 */
export async function checkEntry(
  list: Blocklist,
  entry: string,
  resolver: Resolver,
  healthCache: ListHealthCache,
): Promise<ListRow> {
  const name = dnsblQueryName(entry, list.zone);
  const [health, answer] = await Promise.all([
    healthCache.check(list, resolver),
    resolver.lookup(name, "A", { purpose: "blocklist" }),
  ]);
  const row = (verdict: ListVerdict, lookups: readonly string[] = [answer.id]): ListRow => ({
    list: list.id,
    entry,
    verdict,
    lookups,
  });
  if (!health.open) return row(silenced(health.reason));
  if (answer.status === "refused") return row(silenced("refuses-resolver"));
  if (answer.status === "nxdomain") return row({ result: "not-listed" });
  if (answer.status !== "records") {
    return row(silenced(answer.status === "over-budget" ? "over-budget" : "lookup-failed"));
  }
  const decoded = decodeAnswer(list, answer.records);
  if (decoded.result === "broken") return row(silenced("answers-outside-127"));
  if (decoded.result === "refused") return row(silenced("refuses-resolver"));
  const { result, codes } = decoded;
  const text = result === "listed" ? await reasonText(name, resolver) : null;
  return row({ result, codes, text }, [answer.id, ...(result === "listed" ? [lookupId(name, "TXT")] : [])]);
}

const silenced = (reason: ClosedReason): ListVerdict => ({
  result: reason === "refuses-resolver" ? "refused" : "unknown",
  reason,
});

/** The TXT record beside a listing. Its failure changes nothing. */
async function reasonText(name: string, resolver: Resolver): Promise<string | null> {
  const answer = await resolver.lookup(name, "TXT", { purpose: "blocklist" });
  if (isFailure(answer) || answer.status !== "records") return null;
  const text = answer.records.map(joinedText).join(" ").slice(0, TEXT_LIMIT).trim();
  return text === "" ? null : text;
}
