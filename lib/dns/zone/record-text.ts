import { parseIpv4, parseIpv6 } from "#lib/values/ip-address.ts";
import { err, ok, type Result } from "#lib/values/result.ts";
import type { RecordData, RecordType } from "../answer.ts";
import { type Token, unescapeOctets } from "./tokens.ts";

type Read<Value> = Result<Value, string>;
type ReadName = (text: string) => Read<string>;
type Reader<Value> = (words: readonly Token[], readName: ReadName) => Read<Value>;

/** Reads the data part of a record in presentation form; names become absolute through `readName`. */
export const readRecordData = <Type extends RecordType>(
  type: Type,
  words: readonly Token[],
  readName: ReadName,
): Read<RecordData[Type]> => READERS[type](words, readName);

const oneName: Reader<string> = (words, readName) => {
  if (words.length !== 1) return err("one name is expected");
  return readName(words[0]?.text ?? "");
};

const READERS: { readonly [Type in RecordType]: Reader<RecordData[Type]> } = {
  A: words => addressIn(words, parseIpv4),
  AAAA: words => addressIn(words, parseIpv6),
  NS: oneName,
  PTR: oneName,
  CNAME: oneName,
  MX: (words, readName) => {
    const preference = integer(words[0], 0xffff);
    if (preference === null) return err("MX needs a preference from 0 to 65535");
    const exchange = oneName(words.slice(1), readName);
    return exchange.ok ? ok({ preference, exchange: exchange.value }) : exchange;
  },
  TXT: stringsIn,
  SPF: stringsIn,
  SOA: (words, readName) => {
    if (words.length !== 7) return err("SOA needs two names and five numbers");
    const primary = readName(words[0]?.text ?? "");
    if (!primary.ok) return primary;
    const mailbox = readName(words[1]?.text ?? "");
    if (!mailbox.ok) return mailbox;
    const numbers = integers(words.slice(2), 0xffff_ffff);
    if (numbers === null) return err("SOA needs five numbers in seconds");
    const [serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0] = numbers;
    return ok({ primary: primary.value, mailbox: mailbox.value, serial, refresh, retry, expire, minimum });
  },
  TLSA: words => {
    const numbers = integers(words.slice(0, 3), 0xff);
    const data = hexIn(words.slice(3));
    if (numbers === null || data === null) return err("TLSA needs three numbers and hexadecimal data");
    const [usage = 0, selector = 0, matchingType = 0] = numbers;
    return ok({ usage, selector, matchingType, data });
  },
  DS: words => {
    const keyTag = integer(words[0], 0xffff);
    const algorithm = integer(words[1], 0xff);
    const digestType = integer(words[2], 0xff);
    const digest = hexIn(words.slice(3));
    if (keyTag === null || algorithm === null || digestType === null || digest === null) {
      return err("DS needs three numbers and a hexadecimal digest");
    }
    return ok({ keyTag, algorithm, digestType, digest });
  },
  DNSKEY: words => {
    const flags = integer(words[0], 0xffff);
    const algorithm = integer(words[2], 0xff);
    const key = joined(words.slice(3));
    if (flags === null || integer(words[1], 0xff) !== 3 || algorithm === null) {
      return err("DNSKEY needs flags, the protocol 3 and an algorithm");
    }
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(key)) {
      return err("the key of DNSKEY is not base64");
    }
    return ok({ flags, algorithm, key });
  },
  CAA: words => {
    const flags = integer(words[0], 0xff);
    const tag = words[1]?.text ?? "";
    const value = words[2] === undefined ? null : octetsOf(words[2]);
    if (flags === null || !/^[a-z0-9]{1,255}$/iu.test(tag) || value === null || words.length !== 3) {
      return err("CAA needs flags, a tag and one value");
    }
    return ok({ critical: flags >= 128, tag: tag.toLowerCase(), value });
  },
};

function stringsIn(words: readonly Token[]): Read<RecordData["TXT"]> {
  if (words.length === 0) return err("TXT needs at least one string");
  const strings: string[] = [];
  for (const word of words) {
    const octets = octetsOf(word);
    if (octets === null) return err("a \\DDD escape is above 255");
    if (octets.length > 255) return err("a string holds more than 255 octets; split it into several");
    strings.push(octets);
  }
  return ok({ strings });
}

function addressIn(
  words: readonly Token[],
  parse: (text: string) => { readonly text: string } | null,
): Read<string> {
  const address = words.length === 1 ? parse(words[0]?.text ?? "") : null;
  return address === null ? err(`"${joined(words)}" is not an address of this type`) : ok(address.text);
}

const octetsOf = (word: Token): string | null => (word.quoted ? word.text : unescapeOctets(word.text));

const joined = (words: readonly Token[]): string => words.map(word => word.text).join("");

function integer(word: Token | undefined, most: number): number | null {
  if (word === undefined || !/^\d{1,10}$/u.test(word.text)) return null;
  return Number(word.text) <= most ? Number(word.text) : null;
}

/** All words as integers, or null when one of them is none. */
function integers(words: readonly Token[], most: number): number[] | null {
  const numbers = words.map(word => integer(word, most)).filter(number => number !== null);
  return numbers.length === words.length ? numbers : null;
}

function hexIn(words: readonly Token[]): string | null {
  const hex = joined(words).toLowerCase();
  return /^(?:[0-9a-f]{2})+$/u.test(hex) ? hex : null;
}
