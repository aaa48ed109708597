/** One `name=value` pair. Positions are offsets into the text that was parsed. */
export type Tag = {
  /** As written: RFC 6376 reads names case-sensitively, other users of the syntax do not. */
  readonly name: string;
  /** Without the blanks around it. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
};

/** A segment between semicolons that is not a tag. */
export type TagListDefect = {
  readonly code: "empty-segment" | "no-equals" | "bad-name";
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

export interface TagList {
  /** In the order written, repeated names included. */
  readonly tags: readonly Tag[];
  readonly defects: readonly TagListDefect[];
}

/**
 * Reads a tag=value list (RFC 6376 3.2) in linear time. Never throws: what is not a tag becomes a defect, and the
 * tags around it are still read. One final semicolon is part of the syntax.
 */
export function parseTagList(text: string): TagList {
  const tags: Tag[] = [];
  const defects: TagListDefect[] = [];
  let start = 0;
  while (start <= text.length) {
    const semicolon = text.indexOf(";", start);
    const end = semicolon < 0 ? text.length : semicolon;
    const segment = readSegment(text, start, end);
    if ("name" in segment) tags.push(segment);
    else if (segment.code !== "empty-segment" || semicolon >= 0) defects.push(segment);
    start = end + 1;
  }
  return { tags, defects };
}

/** The names that occur more than once, in the order of their second occurrence. */
export function duplicateNames(tags: readonly Tag[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of tags) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated];
}

/** The last tag of each name. A Map, so that no name can reach a prototype. */
export const lastTags = (tags: readonly Tag[]): ReadonlyMap<string, Tag> =>
  new Map(tags.map(tag => [tag.name, tag]));

/** RFC 6376 3.2 tag-name; DMARC's own grammar (RFC 9989 4.8) allows letters only. */
const TAG_NAME = /^[A-Za-z][A-Za-z0-9_]*$/u;

function readSegment(text: string, from: number, to: number): Tag | TagListDefect {
  const { start, end } = withoutBlanks(text, from, to);
  if (start === end) return { code: "empty-segment", text: "", start, end };
  const equals = text.indexOf("=", start);
  if (equals < 0 || equals >= end) return { code: "no-equals", text: text.slice(start, end), start, end };
  const name = text.slice(start, withoutBlanks(text, start, equals).end);
  if (!TAG_NAME.test(name)) return { code: "bad-name", text: text.slice(start, end), start, end };
  const value = withoutBlanks(text, equals + 1, end);
  return { name, value: text.slice(value.start, value.end), start, end, valueStart: value.start };
}

/** The range without folding white space (RFC 6376 2.8) at either end. */
function withoutBlanks(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
