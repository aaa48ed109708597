/**
 * Decodes base64 with folding white space anywhere in it, padding or not (RFC 6376 2.10 base64string). Gives the
 * position of the first character that does not belong there instead.
 */
export function decodeBase64(text: string): Uint8Array | { readonly badAt: number } {
  const badAt = text.search(/[^A-Za-z0-9+/= \t\r\n]/u);
  if (badAt >= 0) return { badAt };
  const padding = text.indexOf("=");
  const end = padding < 0 ? text.length : padding;
  const after = text.slice(end).search(/[^= \t\r\n]/u);
  if (after >= 0) return { badAt: end + after };
  const digits = text.slice(0, end).replaceAll(/[ \t\r\n]/gu, "");
  // Four digits hold three bytes; a single one left over holds none.
  if (digits.length % 4 === 1) return { badAt: text.length };
  return Uint8Array.from(atob(digits), character => character.charCodeAt(0));
}
