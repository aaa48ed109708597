import { visibleText } from "#lib/values/visible-text.ts";
import type { Letter } from "./letter.ts";

/** A piece of a letter. It becomes a paragraph of the plain text and of the HTML alike. */
export type LetterPart =
  | { readonly part: "text"; readonly text: string }
  /** What to do: a button, and in plain text the address on a line of its own. */
  | { readonly part: "link"; readonly label: string; readonly url: string }
  /** Words of a foreign machine: cut short, marked as such, nothing in them takes effect. */
  | { readonly part: "quote"; readonly text: string }
  | { readonly part: "note"; readonly text: string };

export interface LetterDraft {
  readonly to: string;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly headers?: Readonly<Record<string, string>>;
}

const MAX_QUOTE = 200;
const MAX_SUBJECT = 200;

/** Writes a letter in plain text and in HTML. Everything is shown as text, whatever it holds. */
export const writeLetter = ({ to, subject, parts, headers }: LetterDraft): Letter => ({
  to,
  subject: visibleText(subject).slice(0, MAX_SUBJECT),
  text: `${parts.map(plain).join("\n\n")}\n`,
  html: page(parts.map(html).join("\n")),
  ...(headers === undefined ? {} : { headers }),
});

function plain(part: LetterPart): string {
  if (part.part === "link") return `${part.label}:\n${part.url}`;
  if (part.part === "quote") return quoted(part.text).replaceAll(/^/gmu, "> ");
  return visibleText(part.text, { lines: true });
}

function html(part: LetterPart): string {
  switch (part.part) {
    case "text":
      return `<p style="margin:0 0 16px">${lines(visibleText(part.text, { lines: true }))}</p>`;
    case "link":
      return `<p style="margin:24px 0"><a href="${escaped(part.url)}" style="${BUTTON}">${escaped(part.label)}</a></p>
<p style="${SMALL}">If the button does not work, copy this address into the browser:<br>${escaped(part.url)}</p>`;
    case "quote":
      return `<blockquote style="${QUOTE}">${lines(quoted(part.text))}</blockquote>`;
    case "note":
      return `<p style="${SMALL}">${lines(visibleText(part.text, { lines: true }))}</p>`;
  }
}

function quoted(text: string): string {
  const shown = visibleText(text, { lines: true });
  return shown.length > MAX_QUOTE ? `${shown.slice(0, MAX_QUOTE)} …` : shown;
}

const lines = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" } as const;

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, char => Object.entries(ESCAPES).find(([from]) => from === char)?.[1] ?? char);

const BUTTON =
  "display:inline-block;padding:11px 20px;border-radius:6px;background:#135e63;color:#ffffff;font-weight:600;text-decoration:none";
const SMALL = "margin:0 0 16px;font-size:13px;color:#5a6468;word-break:break-word";
const QUOTE =
  "margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid #c9cfd1;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;word-break:break-word";

const page = (body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:32px 20px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 28px;font-weight:600">Mailtriage</p>
${body}
</div>
</body>
</html>
`;
