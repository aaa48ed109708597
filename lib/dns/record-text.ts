import type { Answer, RecordData, RecordType } from "./answer.ts";

type Writers = { readonly [Type in RecordType]: (record: RecordData[Type]) => string };

const WRITERS: Writers = {
  A: record => record,
  AAAA: record => record,
  MX: record => `${record.preference} ${dotted(record.exchange)}`,
  TXT: record => record.strings.map(quoted).join(" "),
  SPF: record => record.strings.map(quoted).join(" "),
  NS: dotted,
  SOA: record =>
    `${dotted(record.primary)} ${dotted(record.mailbox)} ${record.serial} ${record.refresh} ${record.retry} ${record.expire} ${record.minimum}`,
  PTR: dotted,
  CNAME: dotted,
  TLSA: record => `${record.usage} ${record.selector} ${record.matchingType} ${record.data}`,
  DS: record => `${record.keyTag} ${record.algorithm} ${record.digestType} ${record.digest}`,
  DNSKEY: record => `${record.flags} 3 ${record.algorithm} ${record.key}`,
  CAA: record => `${record.critical ? 128 : 0} ${record.tag} ${quoted(record.value)}`,
};

/** A record in the presentation form of RFC 1035 5.1, as `dig` prints it. */
export const recordText = <Type extends RecordType>(type: Type, record: RecordData[Type]): string =>
  WRITERS[type](record);

/** All records of an answer in presentation form; empty for an absence or a failure. */
export const answerTexts = <Type extends RecordType>(answer: Answer<Type>): string[] =>
  answer.status === "records" ? answer.records.map(record => recordText(answer.type, record)) : [];

function dotted(name: string): string {
  return name === "." ? "." : `${name}.`;
}

/** One character-string: quotes and backslashes escaped, other unprintable octets as \DDD. */
function quoted(octets: string): string {
  const body = octets.replace(/["\\]|[^\x20-\x7e]/gu, character => {
    if (character === '"' || character === "\\") return `\\${character}`;
    return `\\${String(character.charCodeAt(0)).padStart(3, "0")}`;
  });
  return `"${body}"`;
}
