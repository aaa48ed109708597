import type { Clock } from "#lib/values/clock.ts";
import { isAtOrBelow, parseDnsName } from "#lib/values/dns-name.ts";
import type { Answer, AnswerMeta, RecordType } from "../answer.ts";
import { lookupId, type LookupOptions, type Resolver } from "../resolver.ts";
import { dataOf, type ResourceRecord } from "../record.ts";
import { recordsIn } from "../zone-file.ts";
import { extendedErrorsOf, type Fault, faultAt } from "../zone/fault.ts";
import { follow, type Walk } from "../zone/follow.ts";
import { ROOT } from "../zone/root.ts";
import { zoneData } from "../zone/zone-data.ts";

export type { Fault } from "../zone/fault.ts";

export interface ZoneResolverOptions {
  readonly faults?: readonly Fault[];
  /** Needed for delays and for times in answers; without it every time is 0. */
  readonly clock?: Clock;
  /** How long a lookup takes. */
  readonly delayMs?: number | ((name: string) => number);
  /** Zones whose answers carry AD, or true for all. Left out: a resolver that does not validate. */
  readonly ad?: boolean | readonly string[];
  /** Name servers that hold other data than the zone, by address: for servers that disagree. */
  readonly authorities?: Readonly<Record<string, string | readonly ResourceRecord[]>>;
}

/**
 * A small world in memory: what the master file holds, root servers, and nothing else. Throws on a zone text
 * that cannot be read; lookups never throw.
 */
export function zoneResolver(
  zone: string | readonly ResourceRecord[],
  options: ZoneResolverOptions = {},
): Resolver {
  const world = zoneData([...recordsIn(zone), ...ROOT]);
  const authorities = new Map(
    Object.entries(options.authorities ?? {}).map(([address, own]) => [address, zoneData(recordsIn(own))]),
  );
  const madeAt = options.clock?.monotonic() ?? 0;
  const elapsed = () => (options.clock === undefined ? 0 : options.clock.monotonic() - madeAt);

  return {
    async lookup<Type extends RecordType>(asked: string, type: Type, lookup: LookupOptions = {}) {
      const startedMs = elapsed();
      const parsed = parseDnsName(asked);
      const name = parsed.ok ? parsed.value : asked;
      const data = authorities.get(lookup.authority ?? "") ?? world;
      const walk = parsed.ok
        ? follow(data, name, type, at => faultAt(options.faults ?? [], at, type, lookup))
        : UNASKABLE;
      const delay = walk.fault?.delayMs ?? delayOf(options, name);
      if (delay > 0) await options.clock?.sleep(delay);
      const ms = elapsed() - startedMs;
      const server = lookup.authority ?? "memory";
      return answerOf<Type>(walk, {
        id: lookupId(name, type, lookup),
        name,
        type,
        ...flagsOf(walk, name, lookup, options),
        extendedErrors: extendedErrorsOf(walk.fault),
        cnames: walk.aliases.map(alias => alias.data),
        server: parsed.ok ? server : null,
        attempts: parsed.ok ? [{ server, transport: "memory", result: walk.status, ms }] : [],
        startedMs,
        ms,
      });
    },
  };
}

/** A name that no packet can carry: nothing is asked. */
const delayOf = ({ delayMs = 0 }: ZoneResolverOptions, name: string): number =>
  typeof delayMs === "number" ? delayMs : delayMs(name);

const UNASKABLE: Walk = { status: "malformed", records: [], aliases: [], ttl: null, fault: null };

const RCODES: Readonly<Partial<Record<Walk["status"], number>>> = {
  records: 0,
  nodata: 0,
  nxdomain: 3,
  servfail: 2,
  refused: 5,
  "other-rcode": 4,
  "cname-loop": 0,
  "too-large": 0,
};

function flagsOf(
  walk: Walk,
  name: string,
  lookup: LookupOptions,
  options: ZoneResolverOptions,
): Pick<AnswerMeta, "rcode" | "ad" | "aa" | "tc"> {
  const told = walk.status === "records" || walk.status === "nodata" || walk.status === "nxdomain";
  const names = [name, ...walk.aliases.map(alias => alias.data)];
  return {
    rcode: RCODES[walk.status] ?? null,
    ad: told && lookup.authority === undefined && names.every(at => isSecure(at, options.ad ?? false)),
    aa: told && lookup.authority !== undefined && walk.fault?.failure !== "lame",
    tc: walk.status === "too-large",
  };
}

/** The root is secure for every resolver that validates. */
const isSecure = (name: string, ad: boolean | readonly string[]): boolean =>
  typeof ad === "boolean" ? ad : name === "." || ad.some(zone => isAtOrBelow(name, zone));

function answerOf<Type extends RecordType>(walk: Walk, meta: AnswerMeta<Type>): Answer<Type> {
  const { status, ttl } = walk;
  if (status === "records") return { ...meta, status, records: dataOf(walk.records), ttl: ttl ?? 0 };
  if (status === "nodata" || status === "nxdomain") return { ...meta, status, ttl };
  return { ...meta, status };
}
