import { parseTagList } from "#lib/values/tag-list.ts";
import { isWeaker, parsePolicy } from "./policy.ts";
import { HISTORIC_TAGS } from "./record-problems.ts";

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

const withoutSizeLimits = (name: string, value: string): string =>
  name === "rua" || name === "ruf"
    ? value
        .split(",")
        .map(uri => uri.trim().replace(/!\d+[kmgt]?$/iu, ""))
        .join(",")
    : value;
