import { lastTags, parseTagList } from "#lib/values/tag-list.ts";
import { decodeBase64 } from "./base64.ts";
import { readElement } from "./der.ts";
import { readRsaKey } from "./rsa-key.ts";

/** The record without the test flag, everything else as it is. */
export function withoutTestFlag(text: string): string {
  const flags = lastTags(parseTagList(text).tags).get("t")?.value.split(":") ?? [];
  const kept = flags.map(flag => flag.trim()).filter(flag => flag.toLowerCase() !== "y");
  return writeTags(text, name => (name !== "t" ? undefined : kept.length === 0 ? null : kept.join(":")));
}

/** The record in the form that every verifier reads: version first, key type in lower case, key as SPKI. */
export function tidyKeyRecord(text: string): string {
  return writeTags(text, (name, value) => {
    if (name === "k") return value.toLowerCase();
    return name === "p" ? tidyKey(value) : undefined;
  });
}

/** Gives each tag its new value: undefined keeps it, null takes the tag away. The version comes first. */
function writeTags(text: string, edit: (name: string, value: string) => string | null | undefined): string {
  const tags = new Map<string, string>();
  for (const { name, value } of parseTagList(text).tags) {
    const edited = edit(name, value);
    if (edited !== null) tags.set(name, edited ?? value);
  }
  const version = tags.get("v");
  tags.delete("v");
  const list = version === undefined ? [...tags] : [["v", version] as const, ...tags];
  return list.map(([name, value]) => `${name}=${value}`).join("; ");
}

function tidyKey(value: string): string {
  const bytes = decodeBase64(value);
  if ("badAt" in bytes) return value;
  const key = readRsaKey(bytes);
  const outer = readElement(bytes, 0, bytes.length);
  if (typeof key === "string" || typeof outer === "string") return value.replaceAll(/\s/gu, "");
  const exact = bytes.subarray(0, outer.end);
  return encodeBase64(key.form === "spki" ? exact : wrap(exact));
}

/** AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 3279 2.3.1). */
const RSA_IDENTIFIER = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0,
];

/** A bare RSAPublicKey as SubjectPublicKeyInfo (RFC 5280 4.1). */
function wrap(key: Uint8Array): Uint8Array {
  const bitString = element(0x03, [0, ...key]);
  return Uint8Array.from(element(0x30, [...RSA_IDENTIFIER, ...bitString]));
}

function element(tag: number, content: readonly number[]): readonly number[] {
  const size = content.length;
  if (size < 0x80) return [tag, size, ...content];
  return size < 0x100 ? [tag, 0x81, size, ...content] : [tag, 0x82, size >> 8, size & 0xff, ...content];
}

const encodeBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
