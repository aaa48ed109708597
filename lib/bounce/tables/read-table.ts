import type { BounceReading } from "../failure.ts";
import { type TellShare, UNTOLD } from "../share-read.ts";
import { anyTable } from "./any-table.ts";
import { delimiterOf, readRows } from "./csv.ts";
import { exchangeProtocol } from "./exchange-protocol.ts";
import { exchangeTracking } from "./exchange-tracking.ts";
import { looksLikePowerMtaRow, POWERMTA_COLUMNS, powerMtaAccounting } from "./powermta-accounting.ts";
import type { Row, TableFormat } from "./table-format.ts";

/** All formats in the order of asking: programs' own columns before usual names. */
export const TABLES: readonly TableFormat[] = [
  exchangeTracking,
  exchangeProtocol,
  powerMtaAccounting,
  anyTable,
];

/** The readings of a table with a header line, row by row; null where the text is no table that anybody knows. */
export function readTable(text: string, tell: TellShare = UNTOLD): Iterable<BounceReading> | null {
  const header = headerOf(text);
  if (header === null) return null;
  const format = TABLES.find(candidate => candidate.recognises(header.columns));
  return format === undefined ? null : readingsOf(text.slice(header.end), header, format, tell);
}

interface Header {
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly end: number;
}

/** Exchange writes comments first, and its columns after "#Fields:". */
function headerOf(text: string): Header | null {
  const start = /^(?:\s{0,10}#(?!Fields:)[^\n]{0,500}\n){0,20}\s{0,10}/i.exec(text)?.[0].length ?? 0;
  const newline = text.indexOf("\n", start);
  if (newline === -1 || newline - start > 8000) return null;
  const line = text.slice(start, newline).replace(/^\ufeff?#Fields:\s{0,5}/i, "");
  if (looksLikePowerMtaRow(line)) return { columns: POWERMTA_COLUMNS, delimiter: ",", end: start };
  const delimiter = delimiterOf(line);
  const [columns = []] = readRows(line, delimiter);
  if (columns.length < 2 || columns.some(column => column.length > 60 || column.includes("@"))) return null;
  return { columns: columns.map(column => column.trim().toLowerCase()), delimiter, end: newline + 1 };
}

function* readingsOf(
  text: string,
  { columns, delimiter }: Header,
  format: TableFormat,
  tell: TellShare,
): Iterable<BounceReading> {
  const read = format.open();
  const positions = new Map(columns.map((name, index) => [name, index]));
  for (const fields of readRows(text, delimiter, tell)) {
    if (fields.length < 2 || fields[0]?.startsWith("#") === true) continue;
    const reading = read(rowOf(fields, positions));
    if (reading !== "quiet") yield reading;
  }
}

const rowOf = (fields: readonly string[], positions: ReadonlyMap<string, number>): Row => ({
  fields,
  line: fields.join(" | ").slice(0, 8000),
  get: (...names) => {
    for (const name of names) {
      const value = fields[positions.get(name) ?? -1]?.trim();
      if (value !== undefined && value !== "") return value;
    }
    return null;
  },
});
