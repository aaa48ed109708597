import { decodeUndeclared } from "./charset.ts";
import { LIMITS } from "./limits.ts";
import { isBeyondAscii, latin1, toLf } from "./octets.ts";

/**
 * The source of a mail, made readable for a parser that believes what is declared. What mail systems, and people who
 * copy a source from a window, get wrong: line ends, a line before the header, boundaries, encodings and charsets.
 * `source` holds one octet per character (latin1), and so does the result. Linear in its length.
 */
export const mendSource = (source: string): string =>
  mendCharset(
    mendTransferEncoding(
      mendBoundary(withoutEnvelopeLine(withoutFlood(toLf(source.slice(0, LIMITS.mailLength))))),
    ),
  );

/** The "From " line of a mailbox file, and blank lines before the header. */
const withoutEnvelopeLine = (source: string): string =>
  source.replace(/^\s{0,10}>?From [^\n]{1,300}\n/, "").replace(/^\n{1,99}(?=[\w-]{1,80}:)/, "");

/** Where no boundary or a wrong one is declared: the first line that looks like one before the header of a part. */
function mendBoundary(source: string): string {
  const end = source.indexOf("\n\n");
  if (end === -1) return source;
  const header = source.slice(0, end);
  const field = MULTIPART.exec(header);
  if (field === null) return source;
  const declared = BOUNDARY.exec(field[0]);
  const boundary = declared?.[1] ?? declared?.[2];
  if (boundary !== undefined && source.includes(`\n--${boundary.trimEnd()}`, end)) return source;
  const found = SEEMS_BOUNDARY.exec(source.slice(end))?.[1];
  if (found === undefined) return source;
  const mended = `${field[0].replace(BOUNDARY, "")};\n boundary="${found.replaceAll(/["\\]/g, "\\$&")}"`;
  return header.replace(field[0], () => mended) + source.slice(end);
}

const MULTIPART = /^Content-Type:\s{0,20}multipart\/[^\n]{0,1000}(?:\n[ \t][^\n]{0,1000}){0,20}/im;
const BOUNDARY = /;\s{0,99}boundary\s{0,10}=\s{0,10}(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/i;
const SEEMS_BOUNDARY = /\n--(\S{1,200})[ \t]{0,80}\n(?:\n|[A-Za-z][\w-]{1,60}:)/;

/** A source copied from a mail program's window may declare base64 and hold what it said. */
const mendTransferEncoding = (source: string): string =>
  source.replace(DECLARES_BASE64, (field, at: number) => {
    const part = source.slice(at, at + REST_OF_HEADER);
    const end = part.indexOf("\n\n");
    const body = part.slice(end + 2, end + 2002).split("\n--", 1)[0] ?? "";
    return end !== -1 && /[^\w+/=\s-]/.test(body) ? "Content-Transfer-Encoding: 8bit" : field;
  });

const REST_OF_HEADER = 4000;
const DECLARES_BASE64 = /^Content-Transfer-Encoding:[ \t]{0,20}"?base64"?[ \t]{0,20}$/gim;

/** Octets beyond ASCII that no charset was declared for become UTF-8, the charset that is taken then. */
function mendCharset(source: string): string {
  if (!isBeyondAscii(source) || DECLARES_CHARSET.test(source)) return source;
  const text = decodeUndeclared(Buffer.from(source, "latin1"));
  return latin1(Buffer.from(text.replaceAll(DECLARES_ASCII, "charset=utf-8"), "utf8"));
}

/** The same mail with Windows-1252 for every text without a charset, or with one that most programs declare unasked. */
export const asWindows1252 = (source: string): string =>
  (/^Content-Type:/im.test(source) ? source : `Content-Type: text/plain\n${source}`)
    .replaceAll(DECLARES_ASCII, "charset=windows-1252")
    .replaceAll(
      /^(Content-Type:\s{0,20}text\/(?:plain|html))(?![^\n]{0,400}(?:\n[ \t][^\n]{0,400}){0,5}charset)/gim,
      "$1; charset=windows-1252",
    );

const DECLARES_ASCII = /charset\s{0,10}=\s{0,10}"?(?:us-ascii|ascii|unknown(?:-8bit)?|utf-?8)\b"?/gi;
const DECLARES_CHARSET = /charset\s{0,10}=\s{0,10}"?(?!us-ascii|ascii|unknown|utf-?8)[\w-]{2}/i;

/**
 * The source as far as LIMITS.lines and ten times LIMITS.parts lines that may open a part: the parser keeps every line,
 * and a flood of short ones would take gigabytes. What a report has to say stands before.
 */
function withoutFlood(source: string): string {
  let [lines, openings] = [0, 0];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) {
    lines += 1;
    if (source.startsWith("--", at + 1)) openings += 1;
    if (lines > LIMITS.lines || openings > 10 * LIMITS.parts) return source.slice(0, at);
  }
  return source;
}
