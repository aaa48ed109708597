import { visibleText } from "#lib/values/visible-text.ts";
import type { Letter } from "./letter.ts";
import { COLOURS, letterPage } from "./letter-page.ts";

/** A piece of a letter. It becomes a paragraph of the plain text and of the HTML alike. */
export type LetterPart =
  | { readonly part: "heading" | "subheading"; readonly text: string }
  | { readonly part: "text"; readonly text: string }
  /** One of several facts, with a word that says of what sort it is. */
  | { readonly part: "item"; readonly mark: string; readonly tone: Tone; readonly text: string }
  /** What to do: a button, and in plain text the address on a line of its own. */
  | { readonly part: "link"; readonly label: string; readonly url: string }
  /** Something beside the matter, with the way to it. */
  | { readonly part: "small-link"; readonly text: string; readonly label: string; readonly url: string }
  /** Words of a foreign machine: cut short, marked as such, nothing in them takes effect. */
  | { readonly part: "quote"; readonly text: string }
  | { readonly part: "note"; readonly text: string };

export type Tone = "bad" | "good" | "plain" | "unknown";

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
  subject: subjectOf(subject),
  text: `${parts.map(plain).join("\n\n")}\n`,
  html: letterPage(parts.map(html).join("\n")),
  ...(headers === undefined ? {} : { headers }),
});

/** One line of bounded length. What looks like an encoded word (RFC 2047) is not to be decoded by its reader. */
const subjectOf = (text: string): string =>
  [...visibleText(text)].slice(0, MAX_SUBJECT).join("").replaceAll("=?", "= ?");

function plain(part: LetterPart): string {
  switch (part.part) {
    case "link":
      return `${part.label}:\n${part.url}`;
    case "small-link":
      return `${shown(part.text)} ${part.label}:\n${part.url}`;
    case "quote":
      return quoted(part.text).replaceAll(/^/gmu, "> ");
    case "item":
      return `- ${part.mark}: ${shown(part.text)}`;
    case "heading":
    case "subheading":
      return underlined(visibleText(part.text), part.part === "heading" ? "=" : "-");
    default:
      return shown(part.text);
  }
}

function html(part: LetterPart): string {
  switch (part.part) {
    case "heading":
      return `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${lines(visibleText(part.text))}</h1>`;
    case "subheading":
      return `<h2 style="margin:28px 0 12px;font-size:17px;line-height:1.3">${lines(visibleText(part.text))}</h2>`;
    case "text":
      return `<p style="margin:0 0 16px">${lines(shown(part.text))}</p>`;
    case "item":
      return `<p class="item ${part.tone}" style="${ITEM}border-left-color:${COLOURS[part.tone]}"><span class="mark" style="${MARK}color:${COLOURS[part.tone]}">${lines(part.mark)}</span><br>${lines(shown(part.text))}</p>`;
    case "link":
      return `<p style="margin:24px 0"><a class="button" href="${escaped(part.url)}" style="${BUTTON}">${escaped(part.label)}</a></p>
<p class="small" style="${SMALL}">If the button does not work, copy this address into the browser:<br>${escaped(part.url)}</p>`;
    case "small-link":
      return `<p class="small" style="${SMALL}">${lines(shown(part.text))} <a class="small" href="${escaped(part.url)}" style="color:${COLOURS.small}">${escaped(part.label)}</a></p>`;
    case "quote":
      return `<blockquote style="${QUOTE}">${lines(quoted(part.text))}</blockquote>`;
    case "note":
      return `<p class="small" style="${SMALL}">${lines(shown(part.text))}</p>`;
  }
}

const shown = (text: string): string => visibleText(text, { lines: true });

const underlined = (text: string, line: string): string =>
  `${text}\n${line.repeat(Math.min([...text].length, 70))}`;

function quoted(text: string): string {
  const whole = shown(text);
  return whole.length > MAX_QUOTE ? `${whole.slice(0, MAX_QUOTE)} …` : whole;
}

const lines = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" } as const;

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, char => Object.entries(ESCAPES).find(([from]) => from === char)?.[1] ?? char);

const BUTTON = `display:inline-block;padding:11px 20px;border-radius:6px;background:${COLOURS.accent};color:#ffffff;font-weight:600;text-decoration:none`;
const SMALL = `margin:0 0 16px;font-size:13px;color:${COLOURS.small};word-break:break-word`;
const ITEM = "margin:0 0 14px;padding:1px 0 1px 14px;border-left:3px solid;word-break:break-word;";
const MARK = "font-size:13px;font-weight:600;";
const QUOTE =
  "margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid #c9cfd1;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;word-break:break-word";
