import type { Edit } from "./edit.ts";

/** UTF-8 that was read as Windows-1252 ("fÃ¼r"), once or twice. */
export function repairUtf8AsWindows1252(text: string): readonly Edit[] {
  if (!MISREAD_UTF8.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(NON_ASCII_RUN)) {
    const decoded = decodeRun(match[0]);
    if (decoded !== null)
      edits.push({ start: match.index, end: match.index + match[0].length, text: decoded });
  }
  return edits;
}

/** JIS escape sequences shown as text, with the escape character or without it ("$B4IM}<T(B"). */
export function repairIso2022Jp(text: string): readonly Edit[] {
  if (!/\([BJ]/.test(text) || !JIS_RUN.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(JIS_RUNS)) {
    const decoded = decodeWith(
      "iso-2022-jp",
      Buffer.from(`${ESCAPE}$B${match[1] ?? ""}${ESCAPE}(B`, "latin1"),
    );
    if (decoded !== null && JAPANESE.test(decoded)) {
      edits.push({ start: match.index, end: match.index + match[0].length, text: decoded });
    }
  }
  return edits;
}

/** Lines of Shift_JIS or EUC-JP that were read as Windows-1252. Believed only where hiragana comes out. */
export function repairJapaneseAsWindows1252(text: string): readonly Edit[] {
  if (!MANY_HIGH.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const decoded = MANY_HIGH.test(match[0]) ? decodeJapanese(match[0]) : null;
    if (decoded !== null)
      edits.push({ start: match.index, end: match.index + match[0].length, text: decoded });
  }
  return edits;
}

/** The 27 characters that Windows-1252 has where Latin-1 has controls, with their bytes. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, index): [string, number] => {
    const byte = 0x80 + index;
    return [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte];
  }),
);

const HIGH =
  "\\u0080-\\u00ff\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122";
const MISREAD_UTF8 = new RegExp(`[\\u00c2-\\u00f4][${HIGH}]`);
const NON_ASCII_RUN = new RegExp(`[${HIGH}]{2,}`, "g");
const MANY_HIGH = new RegExp(`[${HIGH}](?:[^\\n]{0,3}[${HIGH}]){3}`);
const JIS_RUN = /\$[B@](?:[!-~]{2}){2}/;
const ESCAPE = String.fromCharCode(0x1b);
const JIS_RUNS = new RegExp(`${ESCAPE}?\\$[B@]((?:[!-~]{2}){1,400}?)${ESCAPE}?\\([BJ]`, "g");
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const HIRAGANA = /[\u3041-\u3093].*[\u3041-\u3093]/s;

function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code <= 0xff ? code : WINDOWS_1252.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

function decodeRun(run: string): string | null {
  const bytes = bytesOf(run);
  const decoded = bytes === null ? null : decodeWith("utf-8", bytes);
  if (decoded === null) return null;
  const twice = MISREAD_UTF8.test(decoded) ? bytesOf(decoded) : null;
  return (twice === null ? null : decodeWith("utf-8", twice)) ?? decoded;
}

function decodeJapanese(line: string): string | null {
  const bytes = bytesOf(line);
  if (bytes === null) return null;
  for (const charset of ["shift_jis", "euc-jp"]) {
    const decoded = decodeWith(charset, bytes);
    if (decoded !== null && HIRAGANA.test(decoded)) return decoded;
  }
  return null;
}

function decodeWith(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
