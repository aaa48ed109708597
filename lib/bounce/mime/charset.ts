/** Text from bytes of a declared charset (RFC 2045 5.1); an unknown or wrong charset never fails. */
export function decodeCharset(bytes: Uint8Array, charset: string | null): string {
  const label = charset === null ? "" : normalise(charset);
  if (label === "" || label === "us-ascii" || label === "utf-8") return decodeUndeclared(bytes);
  const decoder = decoderOf(label);
  return decoder === null ? decodeUndeclared(bytes) : decoder.decode(bytes);
}

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

const normalise = (charset: string): string => {
  const label = charset.trim().toLowerCase().replace(/^"|"$/g, "");
  return ALIASES.get(label) ?? label;
};

/** Names that mails use and the Encoding standard does not know. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["utf8", "utf-8"],
  ["ascii", "us-ascii"],
  ["ansi_x3.4-1968", "us-ascii"],
  ["unknown-8bit", ""],
  ["unknown", ""],
  ["iso-2022-jp-ms", "iso-2022-jp"],
  ["cp50220", "iso-2022-jp"],
  ["cp932", "shift_jis"],
  ["eucjp", "euc-jp"],
  ["cp936", "gbk"],
  ["latin1", "iso-8859-1"],
  ["cp1252", "windows-1252"],
]);

const decoders = new Map<string, TextDecoder | null>();

/** The map stays as small as the Encoding standard: labels it does not know are not kept. */
function decoderOf(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(label);
    decoders.set(label, decoder);
    return decoder;
  } catch {
    return null;
  }
}

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
