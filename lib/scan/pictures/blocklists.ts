import { blocklistById, type ListRow } from "#lib/mail/dnsbl/index.ts";
import { evidenceOf, type PictureSource } from "./picture-source.ts";

/** What every list says: of the addresses, and of the domain. Groups in which nothing was asked are left out. */
export interface BlocklistPicture {
  readonly groups: readonly BlocklistGroup[];
  /** Answers had, of those asked for. */
  readonly checked: number;
  readonly asked: number;
}

export interface BlocklistGroup {
  readonly kind: "addresses" | "domain";
  readonly subjects: readonly string[];
  /** Lists that have something to say, or could not be asked, of any subject. */
  readonly noted: readonly BlocklistRow[];
  /** Names of the lists on which none of the subjects is. */
  readonly clear: readonly string[];
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

interface Column {
  readonly subject: string;
  readonly rows: readonly ListRow[];
}

/** Draws the lists; those that name something come first. */
export function drawBlocklists(source: PictureSource): BlocklistPicture | null {
  const evidence = evidenceOf(source, "blocklists");
  if (evidence === null) return null;
  const addresses = evidence.addresses.ok ? evidence.addresses.value : [];
  const columns = addresses.map(({ address, rows }) => ({ subject: address, rows }));
  const groups = [
    group("addresses", columns),
    group("domain", [{ subject: source.domain, rows: evidence.domain }]),
  ].filter(({ noted, clear }) => noted.length + clear.length > 0);
  if (groups.length === 0) return null;
  const cells = [...columns.flatMap(({ rows }) => rows), ...evidence.domain].map(cellOf);
  const checked = cells.filter(cell => cell.result !== "not-checked").length;
  return { groups, checked, asked: cells.length };
}

function group(kind: BlocklistGroup["kind"], columns: readonly Column[]): BlocklistGroup {
  const ids = [...new Set(columns.flatMap(({ rows }) => rows.map(row => row.list)))];
  const lists = ids.map(id => ({
    list: blocklistById(id)?.name ?? id,
    cells: columns.map(({ rows }) => cellOf(rows.find(row => row.list === id))),
  }));
  return {
    kind,
    subjects: columns.map(({ subject }) => subject),
    noted: lists
      .filter(row => weight(row) < WEIGHTS.clear)
      .toSorted((one, other) => weight(one) - weight(other)),
    clear: lists.filter(row => weight(row) === WEIGHTS.clear).map(({ list }) => list),
  };
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
