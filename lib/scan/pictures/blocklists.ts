import { blocklistById, type ListRow } from "#lib/mail/dnsbl/index.ts";
import { evidenceOf, type PictureSource } from "./picture-source.ts";

/** What every list says of every address, and of the domain. */
export interface BlocklistPicture {
  /** Addresses and the domain, as far as they were looked up. */
  readonly subjects: readonly string[];
  readonly lists: readonly BlocklistRow[];
}

export interface BlocklistRow {
  readonly list: string;
  /** One cell a subject, in the same order. */
  readonly cells: readonly BlocklistCell[];
}

export interface BlocklistCell {
  readonly result: "listed" | "policy" | "clear" | "not-checked" | "not-applicable";
  readonly note: string;
}

/** Draws the lists, those that name something first. */
export function drawBlocklists(source: PictureSource): BlocklistPicture | null {
  const evidence = evidenceOf(source, "blocklists");
  if (evidence === null) return null;
  const addresses = evidence.addresses.ok ? evidence.addresses.value : [];
  const columns = [
    ...addresses.map(({ address, rows }) => ({ subject: address, rows })),
    ...(evidence.domain.length === 0 ? [] : [{ subject: source.domain, rows: evidence.domain }]),
  ];
  const ids = [...new Set(columns.flatMap(({ rows }) => rows.map(row => row.list)))];
  if (ids.length === 0) return null;
  const lists = ids.map(id => ({
    list: blocklistById(id)?.name ?? id,
    cells: columns.map(({ rows }) => cellOf(rows.find(row => row.list === id))),
  }));
  return { subjects: columns.map(({ subject }) => subject), lists: lists.toSorted(byWeight) };
}

function cellOf(row: ListRow | undefined): BlocklistCell {
  if (row === undefined) return { result: "not-applicable", note: "" };
  switch (row.verdict.result) {
    case "not-listed":
      return { result: "clear", note: "" };
    case "listed":
    case "informational":
      return {
        result: row.verdict.result === "listed" ? "listed" : "policy",
        note: row.verdict.codes.map(({ meaning }) => meaning).join(", "),
      };
    default:
      return { result: "not-checked", note: "" };
  }
}

const WEIGHTS = { listed: 0, policy: 1, "not-checked": 2, clear: 3, "not-applicable": 4 } as const;

const weight = (row: BlocklistRow): number => Math.min(...row.cells.map(cell => WEIGHTS[cell.result]));

const byWeight = (one: BlocklistRow, other: BlocklistRow): number => weight(one) - weight(other);
