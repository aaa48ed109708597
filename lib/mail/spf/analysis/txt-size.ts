import type { RecordData } from "#lib/dns/answer.ts";

/** How big the answer with all TXT records of a name is. */
export interface TxtSize {
  readonly records: number;
  /** RFC 7208 3.4: "the combined length of the DNS name and the text of all the records". */
  readonly octets: number;
  /** The whole DNS message, without EDNS and with the owner name compressed (RFC 1035 4.1). */
  readonly messageOctets: number;
}

export function txtSize(name: string, records: readonly RecordData["TXT"][]): TxtSize {
  const text = records.map(({ strings }) => strings.reduce((sum, one) => sum + one.length, 0));
  const data = records.map(({ strings }, index) => (text[index] ?? 0) + strings.length);
  const question = name.length + 2 + 4;
  return {
    records: records.length,
    octets: name.length + sum(text),
    messageOctets: 12 + question + sum(data.map(length => 12 + length)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
