import { parseIpv4 } from "#lib/values/ip-address.ts";
import type { Blocklist, ListCode } from "./lists.ts";

/** What the A records of one answer say, before it is known whether the list is healthy. */
export type Decoded =
  | { readonly result: "listed" | "informational"; readonly codes: readonly DecodedCode[] }
  | { readonly result: "refused"; readonly codes: readonly DecodedCode[] }
  /** Answers outside 127/8: a parked or hijacked zone. Never a listing. */
  | { readonly result: "broken"; readonly codes: readonly DecodedCode[] };

export interface DecodedCode {
  readonly address: string;
  readonly meaning: string;
}

/**
 * Reads the answer of a list (RFC 5782 2.1: an A record is a code, not an address). The gravest reading wins:
 * an answer outside 127/8 or an error code beside a listing voids the listing; errors are matched before
 * listings and before bit masks.
 */
export function decodeAnswer(list: Blocklist, addresses: readonly string[]): Decoded {
  const read = addresses.map(address => readCode(list, address));
  for (const result of ["broken", "refused", "listed", "informational"] as const) {
    const codes = read.flatMap(one => (one.result === result ? one.codes : []));
    if (codes.length > 0) return { result, codes };
  }
  return { result: "broken", codes: [] };
}

function readCode(list: Blocklist, address: string): Decoded {
  const bytes = parseIpv4(address)?.bytes;
  if (bytes?.[0] !== 127) return one("broken", address, "an answer outside 127.0.0.0/8");
  if (bytes[1] === 255 && bytes[2] === 255) {
    return one("refused", address, knownMeaning(list, bytes) ?? "the list refuses this resolver");
  }
  const matching = list.codes.filter(code => matches(code, bytes));
  const decisive =
    matching.find(code => code.result === "refused") ??
    matching.find(code => code.result === "listed") ??
    matching.find(code => code.result === "informational");
  if (decisive !== undefined) {
    const same = matching.filter(code => code.result === decisive.result);
    const meanings = "bit" in decisive ? same.map(code => code.meaning) : [decisive.meaning];
    return { result: decisive.result, codes: meanings.map(meaning => ({ address, meaning })) };
  }
  // 127.0.0.1 is no listing anywhere but where the list's own table says so.
  if (list.otherCodesAreRefusals || address === "127.0.0.1") {
    return one("refused", address, "a code that this list does not use for listings");
  }
  return one("listed", address, "a code that the list does not document");
}

const one = (result: Decoded["result"], address: string, meaning: string): Decoded => ({
  result,
  codes: [{ address, meaning }],
});

const knownMeaning = (list: Blocklist, bytes: readonly number[]): string | undefined =>
  list.codes.find(code => matches(code, bytes))?.meaning;

function matches(code: ListCode, bytes: readonly number[]): boolean {
  if ("bit" in code) {
    const isMask = bytes[1] === 0 && bytes[2] === 0;
    return isMask && ((bytes[3] ?? 0) & code.bit) !== 0;
  }
  const value = asNumber(bytes);
  return value >= asNumber(octets(code.from)) && value <= asNumber(octets(code.to));
}

const octets = (text: string): readonly number[] => text.split(".").map(Number);

const asNumber = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
