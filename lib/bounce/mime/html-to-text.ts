import { decodeEntities } from "../repair/entities.ts";

/**
 * The words of an HTML body: blocks become lines, table cells are set apart by tabs, styles, scripts, comments and
 * the head are dropped. One pass, no tree: reports are read by shape, not by layout.
 */
export function htmlToText(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open === -1) break;
    pieces.push(flow(html.slice(at, open)));
    at = afterMarkup(html, open, pieces);
  }
  if (at < html.length) pieces.push(flow(html.slice(at)));
  return tidy(pieces.join(""));
}

/** Whether a text is the source of HTML rather than text with angle brackets in it. */
export const looksLikeHtml = (text: string): boolean =>
  /<!doctype html|<html[\s>]|<body[\s>]/i.test(text) ||
  (text.match(/<\/?(?:p|br|div|span|table|tr|td|th|b|i|a|font|pre|ul|li|h[1-6])(?:\s[^<>]{0,300})?\/?>/gi)
    ?.length ?? 0) >= 3;

/** Outside of markup, line breaks of the source mean no more than a blank. */
const flow = (text: string): string => decodeEntities(text.replace(/\s+/g, " "));

/** Consumes the tag, comment or dropped element at `open`; returns where text goes on. */
function afterMarkup(html: string, open: number, pieces: string[]): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4);
  const tag = /^<(\/?)([a-z][a-z0-9:]{0,20})(?=[\s/>])/i.exec(html.slice(open, open + 24));
  if (tag === null) return notATag(html, open, pieces);
  const name = (tag[2] ?? "").toLowerCase();
  if (tag[1] === "" && DROPPED.has(name)) return afterElement(html, name, open);
  const close = html.indexOf(">", open);
  if (close === -1) return html.length;
  if (name === "pre" && tag[1] === "") return preformatted(html, close + 1, pieces);
  if (CELLS.has(name)) pieces.push(tag[1] === "" ? "\t" : "");
  else if (BLOCKS.has(name)) pieces.push("\n");
  return close + 1;
}

/** `<user@example.com>` unescaped in sloppy HTML, or a lone "<". */
function notATag(html: string, open: number, pieces: string[]): number {
  if (/^<[!?]/.test(html.slice(open, open + 2))) return after(html, ">", open);
  pieces.push("<");
  return open + 1;
}

function preformatted(html: string, start: number, pieces: string[]): number {
  const end = afterElement(html, "pre", start);
  const source = html.slice(start, end).replace(/<br ?\/?>/gi, "\n");
  pieces.push("\n", decodeEntities(source.replace(INLINE_TAG, "")), "\n");
  return end;
}

const INLINE_TAG = /<\/?(?:a|b|i|u|em|strong|span|font|code|tt|p|div|pre)(?:\s[^<>]{0,300})?>/gi;

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
};

/** Past the end tag, or the end of the text where there is none. */
function afterElement(html: string, name: string, from: number): number {
  const endTag = new RegExp(`</${name}`, "gi");
  endTag.lastIndex = from;
  const found = endTag.exec(html);
  return found === null ? html.length : after(html, ">", found.index);
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t]{0,80}\n[ \t]{0,80}/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/ {2,}/g, " ")
    .trim();

const DROPPED: ReadonlySet<string> = new Set(["style", "script", "head", "title", "noscript"]);
const CELLS: ReadonlySet<string> = new Set(["td", "th"]);
const BLOCKS: ReadonlySet<string> = new Set(
  "p br div tr table ul ol li h1 h2 h3 h4 h5 h6 hr blockquote dl dt dd section header footer body center".split(
    " ",
  ),
);
