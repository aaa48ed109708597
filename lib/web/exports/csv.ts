import { visibleText } from "#lib/values/visible-text.ts";

/**
 * A table as RFC 4180 CSV. Every cell is quoted; a cell that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP: CSV injection), and hidden characters are shown.
 */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `${row.map(cell).join(",")}\r\n`).join("");

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${visibleText(harmless, { lines: true }).replaceAll('"', '""')}"`;
}
