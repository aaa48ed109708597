import { labelsOf } from "#lib/values/dns-name.ts";

/** The octets of a canonical name on the wire, uncompressed. */
export function encodeName(name: string): Uint8Array {
  const bytes: number[] = [];
  for (const label of labelsOf(name)) {
    bytes.push(label.length);
    for (let at = 0; at < label.length; at += 1) bytes.push(label.charCodeAt(at));
  }
  return Uint8Array.from([...bytes, 0]);
}
