import { Buffer } from "node:buffer";

/** DER length octets (X.690 8.1.3). */
function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  const digits = Buffer.from(size.toString(16).padStart(size > 0xffff ? 6 : size > 0xff ? 4 : 2, "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 + digits.length]), digits]);
}

export const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
};

/** A positive INTEGER of exactly `bits` bits, odd. */
export function integer(bits: number): Buffer {
  const octets = Buffer.alloc(Math.ceil(bits / 8), 0x5a);
  const top = (bits - 1) % 8;
  octets[0] = (1 << top) | ((octets[0] ?? 0) & ((1 << top) - 1));
  octets[octets.length - 1] = (octets[octets.length - 1] ?? 0) | 1;
  return der(0x02, top === 7 ? Buffer.concat([Buffer.from([0]), octets]) : octets);
}

const EXPONENT = der(0x02, Buffer.from([1, 0, 1]));
const RSA_ENCRYPTION = der(0x30, der(0x06, Buffer.from("2a864886f70d010101", "hex")), der(0x05));

/** A bare RSAPublicKey (RFC 8017 A.1.1) with a modulus of that many bits; nobody has the private half. */
export const bareRsaKey = (bits: number): Buffer => der(0x30, integer(bits), EXPONENT);

/** The same as SubjectPublicKeyInfo. */
export const rsaKey = (bits: number): Buffer =>
  der(0x30, RSA_ENCRYPTION, der(0x03, Buffer.from([0]), bareRsaKey(bits)));

/** The text of a key record with an RSA key of that many bits. */
export const rsaRecord = (bits: number, tags = "v=DKIM1; k=rsa; "): string =>
  `${tags}p=${rsaKey(bits).toString("base64")}`;

/** A text as the strings of a TXT record in a master file. */
export const asStrings = (text: string): string =>
  (text.match(/.{1,255}/gsu) ?? [""]).map(part => `"${part.replaceAll(/["\\]/gu, "\\$&")}"`).join(" ");
