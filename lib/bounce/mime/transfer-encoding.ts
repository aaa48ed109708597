/** The octets of a part as they were before transfer (RFC 2045 6). `body` holds one octet per character (latin1). */
export function decodeTransfer(body: string, encoding: string | null): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64");
    case "quoted-printable":
      return Buffer.from(decodeQuotedPrintable(body), "latin1");
    default:
      return Buffer.from(body, "latin1");
  }
}

/** RFC 2045 6.7. An "=" that starts no escape stays, as robust readers do. */
export const decodeQuotedPrintable = (body: string): string =>
  body.includes("=")
    ? body.replace(ESCAPE, found =>
        found.length === 3 && found[1] !== " " && found[1] !== "\t"
          ? String.fromCharCode(Number.parseInt(found.slice(1), 16))
          : "",
      )
    : body;

const ESCAPE = /=(?:[\dA-Fa-f]{2}|[ \t]{0,20}\n|[ \t]{0,20}$)/g;
