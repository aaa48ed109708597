/**
 * Text from bytes without a usable declaration: byte order marks, UTF-16 by its zero octets, UTF-8 where it is valid,
 * JIS by its escapes, Shift_JIS or EUC-JP where hiragana comes out, else Windows-1252.
 */
export function decodeUndeclared(bytes: Uint8Array): string {
  const wide = utf16Label(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const utf8 = decodeStrictly("utf-8", bytes);
  if (utf8 !== null)
    return JIS_ESCAPES.some(escape => utf8.includes(escape))
      ? new TextDecoder("iso-2022-jp").decode(bytes)
      : utf8;
  for (const label of ["shift_jis", "euc-jp"]) {
    const text = decodeStrictly(label, bytes);
    if (text !== null && /[\u3041-\u3093]{2}/.test(text)) return text;
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** UTF-8 where valid, else Windows-1252: for pieces too short to guess by. */
export const decodeUtf8OrWindows1252 = (bytes: Uint8Array): string =>
  decodeStrictly("utf-8", bytes) ?? new TextDecoder("windows-1252").decode(bytes);

/** The escape sequences that mark ISO-2022-JP. */
const JIS_ESCAPES = [0x40, 0x42].map(final => String.fromCharCode(0x1b, 0x24, final));

function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 8) return null;
  const sample = bytes.subarray(0, 64);
  const zeros = (parity: number) => sample.filter((byte, index) => index % 2 === parity && byte === 0).length;
  if (zeros(1) > sample.length * 0.4 && zeros(0) === 0) return "utf-16le";
  if (zeros(0) > sample.length * 0.4 && zeros(1) === 0) return "utf-16be";
  return null;
}

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
