import { decodeUtf8OrWindows1252 } from "../mime/charset.ts";
import { type Edit, editMatches } from "./edit.ts";

/**
 * Quoted-printable that was pasted undecoded (RFC 2045 6.7). Bounces are full of `name=value`, so it is believed
 * only on signs that nothing else leaves: `=3D`, `=20` before a line end, encoded UTF-8, soft breaks after long lines.
 */
export function repairQuotedPrintable(text: string): readonly Edit[] {
  if (!SIGN.test(text) && !hasSoftBreaks(text)) return [];
  // Fully encoded text has no "=" that means itself; in mixed text only what cannot be anything else is decoded.
  const mixed = PLAIN_EQUALS.test(text);
  return editMatches(text, mixed ? SAFE_ESCAPES : ESCAPES, ([found]) => decode(found));
}

const SIGN = /=3D|=20(?:\n|$)|=0D=0A|=[CD][\dA-F]=[89AB][\dA-F]|=E[\dA-F]=[89AB][\dA-F]=[89AB][\dA-F]/;

/** A soft break stands after a long line, or inside a word; a trailing `=` of base64 in a header stands before a fold. */
const hasSoftBreaks = (text: string): boolean =>
  text.includes("=\n") && (/[^\n]{58,76}[^=\n;]=\n[^\s=]/.test(text) || /[a-z]=\n[a-z]/.test(text));

const PLAIN_EQUALS = /=(?![\dA-F]{2}|[ \t]{0,80}\n|[ \t]{0,80}$| )/;

const ESCAPES = /(?:=[\dA-F]{2}){1,99}|=[ \t]{0,80}\n|(?<=[^\s=])= (?=\S)|=$/g;
const SAFE_ESCAPES =
  /(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3}){1,99}|=(?:3D|20|09|0D|0A|2E|3C|3E|40|22|A0)|(?<=[^\s=])=[ \t]{0,80}\n(?=\S)/g;

function decode(escapes: string): string {
  if (!/=[\dA-F]{2}/.test(escapes)) return "";
  const bytes = Uint8Array.from(escapes.split("=").slice(1), pair => Number.parseInt(pair, 16));
  return decodeUtf8OrWindows1252(bytes).replaceAll("\r\n", "\n");
}
