import { isAtOrBelow, parseDnsName } from "#lib/values/dns-name.ts";
import type { Answer, AnswerMeta, RecordType } from "../answer.ts";
import { dataOf, recordOf, type ResourceRecord } from "../record.ts";
import type { LookupOptions, Resolver } from "../resolver.ts";
import { blankMeta } from "../unanswered.ts";
import { MAX_CNAMES } from "../zone/follow.ts";
import { parseRecordValue } from "../zone/record-value.ts";

/** The record set of one name and type as it would be after a change; no values: deleted. */
export interface RecordSetChange {
  readonly name: string;
  readonly type: RecordType;
  /** As a DNS panel takes them (`parseRecordValue`). */
  readonly values: readonly string[];
}

const TTL = 300;

/**
 * The DNS as it would be with some record sets replaced, created or deleted: proves a proposed fix before
 * anybody publishes it. Throws on a value that is no record of its type.
 */
export function overlayResolver(base: Resolver, changes: readonly RecordSetChange[]): Resolver {
  const sets = new Map<string, readonly ResourceRecord[]>();
  for (const change of changes) {
    const records = recordsOf(change);
    sets.set(keyOf(records.name, change.type), records.records);
  }
  const created = [...sets].filter(([, records]) => records.length > 0).map(([key]) => nameIn(key));

  async function step<Type extends RecordType>(
    name: string,
    type: Type,
    options: LookupOptions,
    passed: readonly string[],
  ): Promise<Answer<Type>> {
    const meta: AnswerMeta<Type> = { ...blankMeta(name, type, options), rcode: 0, server: "overlay" };
    const own = sets.get(keyOf(name, type));
    if (own !== undefined && own.length > 0)
      return { ...meta, status: "records", records: dataOf<Type>(own), ttl: TTL };
    const alias = sets.get(keyOf(name, "CNAME"))?.[0];
    if (own !== undefined && alias === undefined) return { ...meta, status: "nodata", ttl: TTL };
    if (alias?.type === "CNAME" && type !== "CNAME") return onwards(name, type, alias.data, options, passed);
    // A deleted alias hid nothing else: beside a CNAME there are no other records (RFC 1034 3.6.2).
    if (sets.has(keyOf(name, "CNAME"))) return { ...meta, status: "nodata", ttl: TTL };
    const answer = await base.lookup(name, type, options);
    const turn = answer.cnames.find(cname => sets.has(keyOf(cname, type)) || sets.has(keyOf(cname, "CNAME")));
    if (turn !== undefined) return onwards(name, type, turn, options, passed);
    const exists = created.some(owner => isAtOrBelow(owner, answer.cnames.at(-1) ?? name));
    if (answer.status === "nxdomain" && exists) return { ...answer, status: "nodata", rcode: 0 };
    return answer;
  }

  /** Goes on at the target of an alias, through the changes again. */
  async function onwards<Type extends RecordType>(
    name: string,
    type: Type,
    target: string,
    options: LookupOptions,
    passed: readonly string[],
  ): Promise<Answer<Type>> {
    const meta = blankMeta(name, type, options);
    if (passed.includes(target) || target === name || passed.length > MAX_CNAMES) {
      return { ...meta, cnames: [target], status: "cname-loop" };
    }
    const answer = await step(target, type, options, [...passed, name]);
    return { ...answer, id: meta.id, name, cnames: [target, ...answer.cnames] };
  }

  return {
    async lookup(text, type, options = {}) {
      const parsed = parseDnsName(text);
      return parsed.ok ? step(parsed.value, type, options, []) : base.lookup(text, type, options);
    },
  };
}

const keyOf = (name: string, type: RecordType): string => `${type} ${name}`;

const nameIn = (key: string): string => key.slice(key.indexOf(" ") + 1);

function recordsOf(change: RecordSetChange): { name: string; records: readonly ResourceRecord[] } {
  const name = parseDnsName(change.name);
  if (!name.ok) throw new Error(`"${change.name}" is not a domain name (${name.error})`);
  const records = change.values.map(value => {
    const data = parseRecordValue(change.type, value);
    if (data === null) throw new Error(`"${value}" is not a value for ${change.type}`);
    return recordOf(name.value, change.type, TTL, data);
  });
  return { name: name.value, records };
}
