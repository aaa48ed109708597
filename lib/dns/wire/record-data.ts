import { addressOf } from "#lib/values/ip-address.ts";
import type { RecordData, RecordType } from "../answer.ts";
import { MalformedMessage, type Reader } from "./reader.ts";

/**
 * Decodes the data of one record; the reader spans exactly RDLENGTH octets. Throws MalformedMessage on data
 * that is too short or too long for its type.
 */
export function decodeRecordData<Type extends RecordType>(type: Type, reader: Reader): RecordData[Type] {
  const data = DECODERS[type](reader);
  reader.end();
  return data;
}

const readStrings = (reader: Reader): RecordData["TXT"] => {
  const strings: string[] = [];
  while (reader.left > 0) strings.push(reader.octets(reader.u8()));
  // RFC 1035 3.3.14: one or more strings.
  if (strings.length === 0) throw new MalformedMessage("TXT without a string");
  return { strings };
};

const DECODERS: { readonly [Type in RecordType]: (reader: Reader) => RecordData[Type] } = {
  A: reader => addressOf([...reader.take(4)]).text,
  AAAA: reader => addressOf([...reader.take(16)]).text,
  NS: reader => reader.name(),
  PTR: reader => reader.name(),
  CNAME: reader => reader.name(),
  MX: reader => ({ preference: reader.u16(), exchange: reader.name() }),
  TXT: readStrings,
  SPF: readStrings,
  SOA: reader => ({
    primary: reader.name(),
    mailbox: reader.name(),
    serial: reader.u32(),
    refresh: reader.u32(),
    retry: reader.u32(),
    expire: reader.u32(),
    minimum: reader.u32(),
  }),
  TLSA: reader => ({
    usage: reader.u8(),
    selector: reader.u8(),
    matchingType: reader.u8(),
    data: reader.hex(reader.left),
  }),
  DS: reader => ({
    keyTag: reader.u16(),
    algorithm: reader.u8(),
    digestType: reader.u8(),
    digest: reader.hex(reader.left),
  }),
  DNSKEY: reader => {
    const flags = reader.u16();
    if (reader.u8() !== 3) throw new MalformedMessage("DNSKEY protocol is not 3");
    return { flags, algorithm: reader.u8(), key: btoa(reader.octets(reader.left)) };
  },
  CAA: reader => {
    const flags = reader.u8();
    const tag = reader.octets(reader.u8());
    return { critical: flags >= 128, tag: tag.toLowerCase(), value: reader.octets(reader.left) };
  },
};
