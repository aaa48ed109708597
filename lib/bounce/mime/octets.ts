/** Octets as text, one character each (latin1): so a source is taken apart before its charsets are known. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** The same text with LF line ends. */
export const toLf = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** Whether octets stand for more than ASCII: by their highest bit, or by the escapes of ISO-2022-JP. */
export const isBeyondAscii = (octets: string): boolean =>
  HIGHEST_BIT.test(octets) || octets.includes(JIS_ESCAPE);

const HIGHEST_BIT = /[\u0080-\u00ff]/;
/** Begins what is not ASCII in ISO-2022-JP. */
const JIS_ESCAPE = `${String.fromCharCode(0x1b)}$`;
