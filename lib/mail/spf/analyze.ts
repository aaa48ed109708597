import type { RecordData } from "#lib/dns/answer.ts";
import { isAbsent, isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Known, known, unknownFor } from "../known.ts";
import { expandTree } from "./analysis/expand-tree.ts";
import { inspectStrings } from "./analysis/joined-strings.ts";
import { isNearMiss } from "./analysis/near-miss.ts";
import { readText } from "./analysis/published.ts";
import type { SpfNode } from "./analysis/tree.ts";
import { type TxtSize, txtSize } from "./analysis/txt-size.ts";
import { mergeRecords } from "./propose/merge-records.ts";
import { repairText } from "./propose/repair-text.ts";
import { isSpfRecord } from "./select-record.ts";

/** Everything about the SPF policy of a domain that does not depend on a message. Plain JSON. */
export interface SpfAnalysis {
  readonly domain: string;
  /** False for NXDOMAIN. */
  readonly exists: boolean;
  /** SPF records at the domain; exactly one is right (RFC 7208 3.2). */
  readonly records: readonly PublishedText[];
  /** Texts that were meant as SPF but that no receiver takes for it. */
  readonly nearMisses: readonly PublishedText[];
  readonly txt: TxtSize;
  /** Records of the discontinued type 99 (RFC 7208 3.1). */
  readonly oldType: Known<readonly string[]>;
  /** The include tree of the one record. Null where there is none, more than one, or it cannot be read. */
  readonly tree: SpfNode | null;
  /** The tree of what a missing, doubled or unreadable record was most likely meant to be; null if there is none. */
  readonly meant: SpfNode | null;
  /** Whether the domain takes mail, which tells what a domain without SPF should publish. */
  readonly receives: Known<"mail" | "null-mx" | "no-mx">;
}

export interface PublishedText {
  readonly text: string;
  readonly strings: readonly string[];
}

/** Most texts of one kind that are kept, and most characters of a text that is no SPF record. */
const MOST_TEXTS = 10;
const MOST_NEAR_MISS = 1024;

/**
 * Analyses the SPF policy of a domain: what is published, and the whole tree of includes and redirects in the
 * worst case, that is, when nothing matches (RFC 7208 4.6.4). Unknown only if the domain's own TXT records are.
 */
export async function analyze(domain: string, resolver: Resolver): Promise<Known<SpfAnalysis>> {
  // Asked with the rest, but nothing waits for them before the end.
  const [oldType, receives] = [findOldType(domain, resolver), findReceiver(domain, resolver)];
  const txt = await resolver.lookup(domain, "TXT");
  if (isFailure(txt)) return unknownFor(txt);
  const texts = recordsOf(txt).map(publishedText);
  const records = texts.filter(({ text }) => isSpfRecord(text)).slice(0, MOST_TEXTS);
  const nearMisses = texts
    .filter(({ text }) => isNearMiss(text.slice(0, MOST_NEAR_MISS)))
    .slice(0, MOST_TEXTS)
    .map(cut);
  const [only] = records;
  const published = only !== undefined && records.length === 1 ? readText(only.text) : null;
  const meant = meantText(records, nearMisses);
  const [tree, meantTree] = await Promise.all([
    published?.status === "ok" ? expandTree(domain, published, resolver) : null,
    meant === null ? null : expandTree(domain, readText(meant), resolver),
  ]);
  return known({
    domain,
    exists: !(isAbsent(txt) && txt.status === "nxdomain"),
    records,
    nearMisses,
    txt: txtSize(domain, recordsOf(txt)),
    oldType: await oldType,
    tree,
    meant: meantTree,
    receives: await receives,
  });
}

const publishedText = (record: RecordData["TXT"]): PublishedText => ({
  text: joinedText(record),
  strings: record.strings,
});

const cut = ({ text, strings }: PublishedText): PublishedText => ({
  text: text.slice(0, MOST_NEAR_MISS),
  strings: text.length > MOST_NEAR_MISS ? [text.slice(0, MOST_NEAR_MISS)] : strings,
});

/** What the records were meant to say; null where a single record says it well, or nothing was meant. */
function meantText(records: readonly PublishedText[], nearMisses: readonly PublishedText[]): string | null {
  if (records.length > 1) return mergeRecords(records.map(({ strings }) => inspectStrings(strings).spaced));
  const [one = nearMisses[0]] = records;
  if (one === undefined) return null;
  const { collisions, spaced } = inspectStrings(one.strings);
  const sound = isSpfRecord(one.text) && collisions.length === 0 && readText(one.text).status === "ok";
  return sound ? null : repairText(spaced).text;
}

async function findOldType(domain: string, resolver: Resolver): Promise<SpfAnalysis["oldType"]> {
  const answer = await resolver.lookup(domain, "SPF");
  return isFailure(answer)
    ? unknownFor(answer)
    : known(
        recordsOf(answer)
          .slice(0, MOST_TEXTS)
          .map(record => joinedText(record).slice(0, MOST_NEAR_MISS)),
      );
}

async function findReceiver(domain: string, resolver: Resolver): Promise<SpfAnalysis["receives"]> {
  const answer = await resolver.lookup(domain, "MX");
  if (isFailure(answer)) return unknownFor(answer);
  const hosts = recordsOf(answer).map(record => record.exchange);
  if (hosts.length === 0) return known("no-mx");
  return known(hosts.every(host => host === ".") ? "null-mx" : "mail");
}
