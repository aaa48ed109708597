import { isAtOrBelow, parseDnsName } from "#lib/values/dns-name.ts";
import type { Answer, AnswerMeta, RecordType } from "../answer.ts";
import { dataOf, recordOf, type ResourceRecord } from "../record.ts";
import { lookupId, type LookupOptions, type Resolver } from "../resolver.ts";
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
  const overlay = readChanges(changes);
  return {
    async lookup<Type extends RecordType>(text: string, type: Type, options: LookupOptions = {}) {
      const parsed = parseDnsName(text);
      if (!parsed.ok) return base.lookup(text, type, options);
      const start = parsed.value;
      const passed = [start];
      for (;;) {
        const step = await takeStep(overlay, base, passed.at(-1) ?? start, type, options);
        const loops = step.aliases.some(alias => passed.includes(alias));
        passed.push(...step.aliases);
        const meta = { id: lookupId(start, type, options), name: start, cnames: passed.slice(1) };
        if (loops || meta.cnames.length > MAX_CNAMES) {
          return { ...blankMeta(start, type, options), ...meta, status: "cname-loop" };
        }
        if (step.answer !== null) return { ...step.answer, ...meta };
      }
    },
  };
}

/** Changed record sets by type and name; an empty one is deleted. */
type Overlay = ReadonlyMap<string, readonly ResourceRecord[]>;

/** Names passed from here, and the answer at the last of them; null when that one is changed itself. */
interface Step<Type extends RecordType> {
  readonly aliases: readonly string[];
  readonly answer: Answer<Type> | null;
}

async function takeStep<Type extends RecordType>(
  overlay: Overlay,
  base: Resolver,
  name: string,
  type: Type,
  options: LookupOptions,
): Promise<Step<Type>> {
  const meta: AnswerMeta<Type> = { ...blankMeta(name, type, options), rcode: 0, server: "overlay" };
  const own = overlay.get(keyOf(name, type)) ?? [];
  if (own.length > 0) {
    return { aliases: [], answer: { ...meta, status: "records", records: dataOf<Type>(own), ttl: TTL } };
  }
  const [alias] = overlay.get(keyOf(name, "CNAME")) ?? [];
  if (alias?.type === "CNAME") return { aliases: [alias.data], answer: null };
  // A deleted alias hid nothing: beside a CNAME there are no other records (RFC 1034 3.6.2).
  if (overlay.has(keyOf(name, type)) || overlay.has(keyOf(name, "CNAME"))) {
    return { aliases: [], answer: { ...meta, status: "nodata", ttl: TTL } };
  }
  const answer = await base.lookup(name, type, options);
  const turn = answer.cnames.findIndex(
    cname => overlay.has(keyOf(cname, type)) || overlay.has(keyOf(cname, "CNAME")),
  );
  if (turn !== -1) return { aliases: answer.cnames.slice(0, turn + 1), answer: null };
  const isCreated = isAboveCreated(overlay, answer.cnames.at(-1) ?? name);
  const told: Answer<Type> =
    answer.status === "nxdomain" && isCreated ? { ...answer, status: "nodata", rcode: 0 } : answer;
  return { aliases: answer.cnames, answer: told };
}

/** A name exists as soon as it, or a name below it, has records. */
const isAboveCreated = (overlay: Overlay, name: string): boolean =>
  [...overlay.values()].flat().some(record => isAtOrBelow(record.name, name));

function readChanges(changes: readonly RecordSetChange[]): Overlay {
  return new Map(
    changes.map(change => {
      const name = parseDnsName(change.name);
      if (!name.ok) throw new Error(`"${change.name}" is not a domain name (${name.error})`);
      const records = change.values.map(value => {
        const data = parseRecordValue(change.type, value);
        if (data === null) throw new Error(`"${value}" is not a value for ${change.type}`);
        return recordOf(name.value, change.type, TTL, data);
      });
      return [keyOf(name.value, change.type), records] as const;
    }),
  );
}

const keyOf = (name: string, type: RecordType): string => `${type} ${name}`;
