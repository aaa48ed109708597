import { DER_TAGS, type DerElement, type DerFault, readChildren, readElement } from "./der.ts";

/** What a public key in DER turns out to be. */
export type RsaKey = {
  /** Length of the modulus. */
  readonly bits: number;
  /** SubjectPublicKeyInfo, which verifiers expect (erratum 3017 to RFC 6376), or a bare RSAPublicKey. */
  readonly form: "spki" | "bare";
  /** Bytes follow the key. */
  readonly trailing: boolean;
};

export type RsaFault = DerFault | "private-key" | "wrong-algorithm" | "bad-modulus" | "bad-exponent";

/**
 * Reads an RSA public key and measures its modulus. Lengths inside the data are never trusted. A private key
 * that was published by mistake is told apart.
 */
export function readRsaKey(bytes: Uint8Array): RsaKey | RsaFault {
  if (bytes[0] !== DER_TAGS.sequence) return "malformed";
  const outer = readElement(bytes, 0, bytes.length);
  if (typeof outer === "string") return outer;
  // From here on all bytes are there: an inner length that reaches too far is a wrong length.
  const parts = readChildren(bytes, outer);
  if (typeof parts === "string") return "malformed";
  const [first, second] = parts;
  if (first === undefined || second === undefined) return "malformed";
  const trailing = outer.end < bytes.length;
  if (first.tag === DER_TAGS.integer) {
    // PKCS #1 and PKCS #8 private keys start with a version number.
    if (parts.length > 2) return "private-key";
    return finish(bytes, [first, second], { form: "bare", trailing });
  }
  const inner = innerKey(bytes, first, second);
  return typeof inner === "string" ? inner : finish(bytes, inner, { form: "spki", trailing });
}

/** OBJECT IDENTIFIER 1.2.840.113549.1.1.1, rsaEncryption. */
const RSA_ENCRYPTION = "2a864886f70d010101";

/** The two integers inside SubjectPublicKeyInfo (RFC 5280 4.1, RFC 8017 A.1.1). */
function innerKey(
  bytes: Uint8Array,
  algorithm: DerElement,
  key: DerElement,
): readonly DerElement[] | RsaFault {
  if (algorithm.tag !== DER_TAGS.sequence || key.tag !== DER_TAGS.bitString) return "malformed";
  const [identifier, parameters] = childrenOf(bytes, algorithm);
  if (identifier?.tag !== DER_TAGS.objectIdentifier) return "malformed";
  if (hex(bytes.subarray(identifier.start, identifier.end)) !== RSA_ENCRYPTION) return "wrong-algorithm";
  // RFC 3279 2.3.1: the parameters are NULL; some software leaves them out.
  if (parameters !== undefined && (parameters.tag !== DER_TAGS.null || parameters.start !== parameters.end)) {
    return "malformed";
  }
  // The first octet of a BIT STRING counts unused bits; a key uses all of them.
  if (bytes[key.start] !== 0 || key.start === key.end) return "malformed";
  const sequence = readElement(bytes, key.start + 1, key.end);
  if (typeof sequence === "string" || sequence.tag !== DER_TAGS.sequence) return "malformed";
  return childrenOf(bytes, sequence);
}

/** The elements of a constructed one; none when they cannot be read. */
function childrenOf(bytes: Uint8Array, parent: DerElement): readonly DerElement[] {
  const children = readChildren(bytes, parent);
  return typeof children === "string" ? [] : children;
}

function finish(
  bytes: Uint8Array,
  parts: readonly DerElement[],
  rest: Pick<RsaKey, "form" | "trailing">,
): RsaKey | RsaFault {
  const [modulus, exponent] = parts;
  if (modulus === undefined || exponent === undefined || parts.length > 2) return "malformed";
  if (modulus.tag !== DER_TAGS.integer || exponent.tag !== DER_TAGS.integer) return "malformed";
  const bits = bitLength(bytes, modulus);
  if (bits === 0 || !isOdd(bytes, modulus)) return "bad-modulus";
  // A public exponent is odd and at least 3 (RFC 8017 3.1).
  if (bitLength(bytes, exponent) < 2 || !isOdd(bytes, exponent)) return "bad-exponent";
  return { bits, ...rest };
}

/** Bits of a positive INTEGER; 0 for zero and for a negative one. */
function bitLength(bytes: Uint8Array, { start, end }: DerElement): number {
  if (start === end || (bytes[start] ?? 0) >= 0x80) return 0;
  let at = start;
  while (at < end && bytes[at] === 0) at += 1;
  return at === end ? 0 : (end - at - 1) * 8 + (32 - Math.clz32(bytes[at] ?? 0));
}

const isOdd = (bytes: Uint8Array, { end }: DerElement): boolean => ((bytes[end - 1] ?? 0) & 1) === 1;

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
