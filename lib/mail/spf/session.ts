import type { Answer, RecordData, RecordType } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import { lookupId, type Resolver } from "#lib/dns/resolver.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { IpAddress } from "#lib/values/ip-address.ts";
import type { Identity } from "./identity.ts";
import type { SpfLimits } from "./limits.ts";
import type { Stop, TraceEntry } from "./outcome.ts";
import { permerror, temperror } from "./outcome.ts";

/** One evaluation of check_host() with everything that its recursive calls share (RFC 7208 4.1). */
export interface Session {
  readonly ip: IpAddress;
  readonly identity: Identity;
  readonly receiver: string;
  readonly clock: Clock;
  readonly limits: SpfLimits;
  readonly trace: TraceEntry[];
  /**
   * The records of a name, none for a proven absence. A failed look-up or the time limit is a temporary error
   * of the whole evaluation (RFC 7208 5). `domain` is the record on whose behalf it is asked; `name` is in
   * the resolver's spelling.
   */
  fetch<Type extends RecordType>(domain: string, name: string, type: Type): Promise<Records<Type> | Stop>;
  /** As `fetch`, but null for a failed look-up, where the standard carries on without. */
  tryFetch<Type extends RecordType>(
    domain: string,
    name: string,
    type: Type,
  ): Promise<Records<Type> | Stop | null>;
  /** Starts a look-up that will be needed if evaluation gets that far. Counts nothing. */
  prefetch(name: string, type: RecordType): void;
  /** Takes from the ten look-ups (4.6.4); a Stop when there are not enough left. */
  spend(lookups: number, domain: string, term: string): Stop | null;
  /** Notes a void look-up (4.6.4); a Stop when it is one too many. */
  foundNothing(domain: string, term: string): Stop | null;
  spent(): { readonly lookups: number; readonly voidLookups: number };
}

type Records<Type extends RecordType> = readonly RecordData[Type][];

export interface SessionInput {
  readonly ip: IpAddress;
  readonly identity: Identity;
  readonly receiver: string;
  readonly resolver: Resolver;
  readonly clock: Clock;
  readonly limits: SpfLimits;
}

export function startSession({ resolver, ...input }: SessionInput): Session {
  const { clock, limits } = input;
  const deadline = clock.monotonic() + limits.timeMs;
  const asked = new Map<string, Promise<Answer>>();
  let lookups = 0;
  let voidLookups = 0;

  const ask = <Type extends RecordType>(name: string, type: Type): Promise<Answer<Type>> => {
    const id = lookupId(name, type);
    const answer = asked.get(id) ?? resolver.lookup(name, type);
    asked.set(id, answer);
    // The id holds the type, so what was stored under it is an answer of that type.
    return answer as Promise<Answer<Type>>;
  };

  const late = () => clock.monotonic() >= deadline;

  /** RFC 7208 4.6.4: past the time limit the result is temperror, whatever the answer was. */
  const askInTime = async <Type extends RecordType>(domain: string, name: string, type: Type) => {
    const answer = late() ? null : await ask(name, type);
    return answer === null || late() ? temperror({ code: "time-limit", domain }) : answer;
  };

  return {
    ...input,
    trace: [],
    async fetch(domain, name, type) {
      const answer = await askInTime(domain, name, type);
      if ("kind" in answer) return answer;
      // RFC 7208 4.4 and 5: RCODE other than 0 or 3, or no answer.
      if (isFailure(answer)) return temperror({ code: "dns-failed", domain, lookup: answer.id });
      return recordsOf(answer);
    },
    async tryFetch(domain, name, type) {
      const answer = await askInTime(domain, name, type);
      if ("kind" in answer) return answer;
      return isFailure(answer) ? null : recordsOf(answer);
    },
    prefetch(name, type) {
      void ask(name, type);
    },
    spend(count, domain, term) {
      lookups += count;
      return lookups > limits.lookups ? permerror({ code: "lookup-limit", domain, term }) : null;
    },
    foundNothing(domain, term) {
      voidLookups += 1;
      const exceeded = limits.voidLookups !== null && voidLookups > limits.voidLookups;
      return exceeded ? permerror({ code: "void-limit", domain, term }) : null;
    },
    spent: () => ({ lookups, voidLookups }),
  };
}

/** Tells a Stop from records. */
export const isStop = (value: Stop | readonly unknown[] | string | null): value is Stop =>
  value !== null && typeof value === "object" && "kind" in value;
