import { parseTagList } from "#lib/values/tag-list.ts";
import { parseDmarcRecord } from "./parse-record.ts";
import { isWeaker, parsePolicy, type Policy } from "./policy.ts";
import { HISTORIC_TAGS, type RecordProblemCode } from "./record-problems.ts";
import type { ReportUri } from "./report-uri.ts";

/** Tags to set, by lower-case name; null takes one away. */
export type TagEdits = { readonly [name: string]: string | null };

/**
 * The record with some tags set or taken away and every other tag kept, unknown ones included, in the written
 * order. Historic tags, size limits, repeated tags and what is no tag at all are left out: a proposal never asks
 * for `pct`. New tags follow `p`, or the version.
 */
export function editRecord(text: string, edits: TagEdits): string {
  const tags = new Map<string, string>([["v", "DMARC1"]]);
  for (const { name, value } of parseTagList(text).tags) {
    const key = name.toLowerCase();
    if (key !== "v" && !HISTORIC_TAGS.includes(key) && value !== "")
      tags.set(key, withoutSizeLimits(key, value));
  }
  for (const [name, value] of Object.entries(edits)) {
    if (value === null) tags.delete(name);
    else tags.set(name, value);
  }
  const first = ["v", "p", "sp", "np"].filter(name => tags.has(name));
  const order = [...first, ...[...tags.keys()].filter(name => !first.includes(name))];
  return order.map(name => `${name}=${tags.get(name) ?? ""}`).join("; ");
}

/**
 * One record out of several at the same name: the tags of all of them, every report address, and where they
 * disagree the mildest policy (receivers act on none of them now) or else the first value.
 */
export function mergeRecords(texts: readonly string[]): string {
  const lists = texts.map(
    text => new Map(parseTagList(text).tags.map(tag => [tag.name.toLowerCase(), tag.value])),
  );
  const merged = new Map<string, string>();
  for (const tags of lists) {
    for (const [name, value] of tags) if (!merged.has(name)) merged.set(name, value);
  }
  for (const name of ["p", "sp", "np"]) {
    const asked = lists.flatMap(tags => parsePolicy(tags.get(name) ?? "") ?? []);
    const mildest = asked.toSorted((one, other) => (isWeaker(one, other) ? -1 : 1))[0];
    if (mildest !== undefined) merged.set(name, mildest);
  }
  for (const name of ["rua", "ruf"]) {
    const uris = lists.flatMap(tags => (tags.get(name) ?? "").split(",").map(uri => uri.trim()));
    const unique = [...new Set(uris.filter(uri => uri !== ""))];
    if (unique.length > 0) merged.set(name, unique.join(","));
  }
  return editRecord([...merged].map(([name, value]) => `${name}=${value}`).join("; "), {});
}

/**
 * The record that a broken one was meant to be: version first and exact, nothing in it that receivers cannot read.
 * `policy` stands in where it has no valid one.
 */
export function repairRecord(text: string, policy: Policy): string {
  const rest = withoutEdges(text.replace(/^[^A-Za-z]+/u, ""), "\"' \t\r\n").replace(
    /^v\s*=\s*["']?dmarc\s*\d*["']?[\s,:;]*/iu,
    "",
  );
  const parsed = parseDmarcRecord(`v=DMARC1; ${rest}`);
  if (parsed.kind !== "record") return `v=DMARC1; p=${policy}`;
  const { record } = parsed;
  const edits: Record<string, string | null> = {};
  for (const { code, tag } of record.problems) {
    const name = tag.toLowerCase();
    if (UNREADABLE.includes(code) && name !== "v") edits[name] = null;
  }
  if (record.p === null) edits["p"] = policy;
  for (const tag of ["rua", "ruf"] as const) {
    if (record[tag].some(({ defect }) => defect !== null)) edits[tag] = repairUris(record[tag]);
  }
  return editRecord(record.text, edits);
}

/** The list with bare addresses made into mailto URIs and unreadable entries left out; null when none is left. */
export function repairUris(uris: readonly ReportUri[]): string | null {
  const kept = uris.flatMap(({ uri, defect }) => {
    if (defect === null) return [uri];
    const bare = withoutEdges(uri, "<>\"' ");
    return /^[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+$/u.test(bare) ? [`mailto:${bare}`] : [];
  });
  return kept.length === 0 ? null : kept.join(",");
}

/** The text without these characters at either end, in linear time. */
function withoutEdges(text: string, characters: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text.charAt(start))) start += 1;
  while (end > start && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const UNREADABLE: readonly RecordProblemCode[] = ["unknown-tag", "bad-value", "failure-reports-for-suffix"];

const withoutSizeLimits = (name: string, value: string): string =>
  name === "rua" || name === "ruf"
    ? value
        .split(",")
        .map(uri => uri.trim().replace(/!\d+[kmgt]?$/iu, ""))
        .join(",")
    : value;
