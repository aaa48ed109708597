import type { Edit } from "./edit.ts";

/**
 * Marks of quoting at the start of lines (`> `, `| `, nested too) go. The `>>> RCPT TO` of a transcript is not a
 * quote mark. In text that was flattened to one line, lone ` > ` between words go when there are several.
 */
export function repairQuoteMarks(text: string): readonly Edit[] {
  if (!text.includes("\n")) return flattenedMarks(text);
  const edits: Edit[] = [];
  let quoted = 0;
  let lines = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const marks = marksAt(text, start, end);
    if (end > start) lines += 1;
    if (marks > start) {
      quoted += 1;
      edits.push({ start, end: marks, text: "" });
    }
    start = end + 1;
  }
  return quoted * 3 >= lines || quoted >= 4 ? edits : [];
}

function marksAt(text: string, start: number, end: number): number {
  let at = start;
  for (let marks = start; marks < end; ) {
    const character = text[marks];
    if (character === ">" || character === "|") {
      if (character === ">" && TRANSCRIPT.test(text.slice(marks, marks + 14))) break;
      // A drawn box, not a quotation.
      if (text[marks + 1] === "-" || text[marks + 1] === "=") break;
      marks += 1;
      if (text[marks] === " ") marks += 1;
      at = marks;
    } else if ((character === " " || character === "\t") && marks - at < 4) marks += 1;
    else break;
  }
  return at;
}

const TRANSCRIPT = /^>>> ?(?:MAIL|RCPT|DATA|EHLO|HELO|LHLO|STARTTLS|AUTH|QUIT|RSET|BDAT|\.)/i;

function flattenedMarks(text: string): readonly Edit[] {
  const marks = [...text.matchAll(/(?:^| )[>|](?= )/g)];
  if (marks.length < 3 && !/^[>|] /.test(text)) return [];
  return marks.map(({ index, 0: found }) => ({ start: index, end: index + found.length, text: "" }));
}
