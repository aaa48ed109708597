import { findReplyStarts } from "./replies/reply-starts.ts";

/**
 * The lines of a list of bounces, one reply a line ("user@example.com 550 5.1.1 ..."), or null where the text is one
 * report: a dialogue, a multi-line reply, or a reply that was wrapped.
 */
export function repliesByLine(text: string): readonly string[] | null {
  if (!text.includes("\n") || DIALOGUE.test(text)) return null;
  const lines = text.split("\n").filter(line => line.trim() !== "");
  if (lines.length < 2) return null;
  const sample = lines.slice(0, 200);
  const complete = sample.filter(isComplete).length;
  return complete >= 2 && complete * 10 >= sample.length * 9 ? lines : null;
}

const DIALOGUE =
  /(?:^|\n)\s{0,8}(?:>>>|<<<|[<-]{2,3}>? |[CS]: |(?:MAIL FROM|RCPT TO|EHLO|HELO|DATA|QUIT)\b|220[ -]|250[ -]|354 )|\n[ \t]{0,8}(?:Final-Recipient|Diagnostic-Code|Reporting-MTA|Received|Subject):/i;

/** A line that has a reply with words, and does not announce more lines of it ("550-..."). */
function isComplete(line: string): boolean {
  const [first] = findReplyStarts(line);
  return (
    first !== undefined && !first.continued && /\p{L}{2}/u.test(line.slice(first.end)) && line.length < 4000
  );
}
