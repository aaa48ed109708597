import type { Edit } from "./edit.ts";

/**
 * A base64 body pasted as it stands in the source. Only what decodes to readable UTF-8 is replaced: signatures and
 * pictures stay.
 */
export function repairBase64(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(BLOCK)) {
    const decoded = readable(match[0].replace(/\s+/g, ""));
    if (decoded !== null)
      edits.push({ start: match.index, end: match.index + match[0].length, text: decoded });
  }
  return edits;
}

/** Lines (or, flattened, words) of 60 and more characters, and the shorter last one. */
const BLOCK =
  /(?<![\w+/=.-])[A-Za-z0-9+/]{60,}={0,2}(?:\s{1,4}[A-Za-z0-9+/]{60,}={0,2})*(?:\s{1,4}[A-Za-z0-9+/]{2,59}={1,2}(?![\w+/=])|\s{1,2}[A-Za-z0-9+/]{4,59}(?=\s{0,9}(?:\n\n|\n--|$)))?/g;

const LONGEST = 1_000_000;

function readable(base64: string): string | null {
  if (base64.length > LONGEST || !/[a-z]/.test(base64) || !/[A-Z]/.test(base64)) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64, "base64"));
    return BINARY.test(text) || !/[ \n]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Control characters tell binary data from text. */
const BINARY = /[\p{Cc}--[\t\n\v\f\r]]/v;
