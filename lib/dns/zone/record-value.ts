import type { RecordData, RecordType } from "../answer.ts";
import { dataOf } from "../record.ts";
import { parseZoneFile } from "../zone-file.ts";

/**
 * Reads the value of a record as a DNS panel takes it: for TXT the bare text, or strings in quotes; for all
 * other types the data of a master file with absolute names. Null when it is not such a value.
 */
export function parseRecordValue<Type extends RecordType>(
  type: Type,
  value: string,
): RecordData[Type] | null {
  const text = type === "TXT" && !value.trimStart().startsWith('"') ? quotedStrings(value) : value;
  const parsed = parseZoneFile(`. ${type} ${text.replaceAll(/\s*\n\s*/gu, " ")}`);
  if (!parsed.ok || parsed.value.length !== 1) return null;
  return dataOf<Type>(parsed.value)[0] ?? null;
}

/** Text of any length as quoted strings of at most 255 octets. */
function quotedStrings(text: string): string {
  const octets = new TextEncoder().encode(text);
  const strings: string[] = [];
  for (let at = 0; at === 0 || at < octets.length; at += 255) {
    const escaped = Array.from(octets.subarray(at, at + 255), escapeOctet).join("");
    strings.push(`"${escaped}"`);
  }
  return strings.join(" ");
}

const escapeOctet = (octet: number): string => {
  const isPlain = octet >= 0x20 && octet <= 0x7e && octet !== 0x22 && octet !== 0x5c;
  return isPlain ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, "0")}`;
};
