import { parseIpAddress } from "#lib/values/ip-address.ts";
import type { RecordData, RecordType } from "../answer.ts";
import { encodeName } from "./name.ts";
import { u16, u32 } from "./octets.ts";

/** The data of one record on the wire, names uncompressed. */
export const encodeRecordData = <Type extends RecordType>(
  type: Type,
  data: RecordData[Type],
): readonly number[] => ENCODERS[type](data);

const octets = (text: string): readonly number[] => Array.from(text, char => char.charCodeAt(0));
const hex = (text: string): readonly number[] =>
  (text.match(/../gu) ?? []).map(pair => Number.parseInt(pair, 16));
const string = (text: string): readonly number[] => [text.length, ...octets(text)];
const name = (text: string): readonly number[] => [...encodeName(text)];
const address = (text: string): readonly number[] => parseIpAddress(text)?.bytes ?? [];

const ENCODERS: { readonly [Type in RecordType]: (data: RecordData[Type]) => readonly number[] } = {
  A: address,
  AAAA: address,
  NS: name,
  PTR: name,
  CNAME: name,
  MX: ({ preference, exchange }) => [...u16(preference), ...name(exchange)],
  TXT: ({ strings }) => strings.flatMap(string),
  SPF: ({ strings }) => strings.flatMap(string),
  SOA: soa => [
    ...name(soa.primary),
    ...name(soa.mailbox),
    ...[soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum].flatMap(u32),
  ],
  TLSA: ({ usage, selector, matchingType, data }) => [usage, selector, matchingType, ...hex(data)],
  DS: ({ keyTag, algorithm, digestType, digest }) => [...u16(keyTag), algorithm, digestType, ...hex(digest)],
  DNSKEY: ({ flags, algorithm, key }) => [...u16(flags), 3, algorithm, ...octets(atob(key))],
  CAA: ({ critical, tag, value }) => [critical ? 128 : 0, ...string(tag), ...octets(value)],
};
