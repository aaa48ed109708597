import type { Tag, TagListDefect } from "#lib/values/tag-list.ts";
import { parsePolicy } from "./policy.ts";
import type { ReportUri } from "./report-uri.ts";

/** What is wrong with a record that receivers still read. Positions are offsets into the record. */
export type RecordProblem = {
  readonly code: RecordProblemCode;
  /** Name of the tag, as written; empty where there is no tag. */
  readonly tag: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

export const RECORD_PROBLEMS = [
  "missing-policy",
  "bad-value",
  "duplicate-tag",
  "unknown-tag",
  "tag-case",
  "historic-tag",
  "size-limit",
  "failure-reports-for-suffix",
  "not-a-tag",
  "empty-segment",
] as const;
export type RecordProblemCode = (typeof RECORD_PROBLEMS)[number];

interface ReadRecord {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly psd: "y" | "n" | "u";
  readonly rua: readonly ReportUri[];
  readonly ruf: readonly ReportUri[];
}

/** Lists the problems of a record, in the order of the text. Reporting URIs are judged on their own. */
export function findProblems(
  record: ReadRecord,
  defects: readonly TagListDefect[],
): readonly RecordProblem[] {
  const problems = [
    ...defects.map(problemOfDefect),
    ...record.tags.flatMap(problemsOfTag),
    ...duplicates(record.tags),
    ...[...record.rua, ...record.ruf].flatMap(problemOfSize),
  ];
  if (!record.tags.some(tag => tag.name.toLowerCase() === "p")) {
    const end = record.text.length;
    problems.push({ code: "missing-policy", tag: "p", value: "", start: end, end });
  }
  if (record.psd === "y") {
    // RFC 9989 10.2: a public suffix must not ask for failure reports about its registrants' mail.
    for (const tag of record.tags) {
      if (tag.name.toLowerCase() === "ruf") problems.push(problemAt(tag, "failure-reports-for-suffix"));
    }
  }
  return problems.toSorted((one, other) => one.start - other.start);
}

/**
 * `dmarc-fo` (RFC 9989 4.8): "0" or "1", "d" and "s" in any order, each at most once, "0" and "1" not together.
 */
export function isFailureOptions(value: string): boolean {
  const options = value.split(":").map(option => option.trim().toLowerCase());
  const known = options.every(option => /^[01ds]$/u.test(option));
  return (
    known && new Set(options).size === options.length && !(options.includes("0") && options.includes("1"))
  );
}

const oneOf =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

/** Every tag of the registry (RFC 9989 9.3) and the values it may have. */
const VALUES: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ["v", oneOf(/^DMARC1$/u)],
  ["p", (value: string) => parsePolicy(value) !== null],
  ["sp", (value: string) => parsePolicy(value) !== null],
  ["np", (value: string) => parsePolicy(value) !== null],
  ["adkim", oneOf(/^[rs]$/iu)],
  ["aspf", oneOf(/^[rs]$/iu)],
  ["fo", isFailureOptions],
  ["psd", oneOf(/^[ynu]$/iu)],
  ["t", oneOf(/^[yn]$/iu)],
  ["rua", oneOf(/\S/u)],
  ["ruf", oneOf(/\S/u)],
]);

/** Registered for RFC 7489 and ignored since RFC 9989. */
export const HISTORIC_TAGS: readonly string[] = ["pct", "rf", "ri"];

function problemsOfTag(tag: Tag): readonly RecordProblem[] {
  const name = tag.name.toLowerCase();
  if (HISTORIC_TAGS.includes(name)) return [problemAt(tag, "historic-tag")];
  const isValid = VALUES.get(name);
  if (isValid === undefined) return [problemAt(tag, "unknown-tag")];
  const problems = name === tag.name ? [] : [problemAt(tag, "tag-case")];
  return isValid(tag.value) ? problems : [...problems, problemAt(tag, "bad-value")];
}

function duplicates(tags: readonly Tag[]): readonly RecordProblem[] {
  const seen = new Set<string>();
  return tags.flatMap(tag => {
    const name = tag.name.toLowerCase();
    if (seen.has(name)) return [problemAt(tag, "duplicate-tag")];
    seen.add(name);
    return [];
  });
}

const problemAt = ({ name, value, start, end }: Tag, code: RecordProblemCode): RecordProblem => ({
  code,
  tag: name,
  value,
  start,
  end,
});

const problemOfDefect = ({ code, text, start, end }: TagListDefect): RecordProblem => ({
  code: code === "empty-segment" ? "empty-segment" : "not-a-tag",
  tag: "",
  value: text,
  start,
  end,
});

const problemOfSize = ({ sizeLimit, text, start, end }: ReportUri): readonly RecordProblem[] =>
  sizeLimit === null ? [] : [{ code: "size-limit", tag: "", value: text, start, end }];
