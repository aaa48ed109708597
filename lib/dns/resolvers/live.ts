import type { Clock } from "#lib/values/clock.ts";
import { parseDnsName } from "#lib/values/dns-name.ts";
import { isGlobal } from "#lib/values/global-address.ts";
import { type IpAddress, parseIpAddress } from "#lib/values/ip-address.ts";
import type { RecordType } from "../answer.ts";
import type { LookupOptions, Resolver } from "../resolver.ts";
import type { Asked, AskOptions, WireQuestion } from "../transports/ask-server.ts";
import { DNS_PORT, type DnsServer } from "../transports/server.ts";
import { blankMeta, unanswered } from "../unanswered.ts";
import { MAX_CNAMES } from "../zone/follow.ts";
import { findAliasCircle } from "./alias-circle.ts";
import { askServers } from "./ask-servers.ts";
import { answerFrom } from "./live-answer.ts";
import { type ServerOrder, serverOrder } from "./server-order.ts";

export interface LiveResolverOptions {
  /** Recursive resolvers, best first. */
  readonly servers: readonly DnsServer[];
  readonly clock: Clock;
  /** 16 random bits for each packet; the system's random source when left out. */
  readonly randomId?: () => number;
  /** For one exchange of packets; 1500 when left out. */
  readonly attemptTimeoutMs?: number;
  /** Questions to the servers for one name; 3 when left out. */
  readonly attempts?: number;
  /** For one lookup, with everything it follows; 10,000 when left out. */
  readonly deadlineMs?: number;
  /** Port of authoritative servers; 53 when left out. */
  readonly authorityPort?: number;
  /** Which addresses may be asked as `authority`; global ones when left out. */
  readonly mayAskAuthority?: (address: IpAddress) => boolean;
}

/**
 * Looks names up with real packets. Names are absolute (no search domains); absence is reported only from a
 * complete answer to this very question; whatever else happens is one of the lookup failures. Never rejects.
 */
export function liveResolver(options: LiveResolverOptions): Resolver {
  const recursive = serverOrder(options.servers);
  const madeAt = options.clock.monotonic();
  return {
    async lookup<Type extends RecordType>(asked: string, type: Type, lookup: LookupOptions = {}) {
      const startedAt = options.clock.monotonic();
      const parsed = parseDnsName(asked);
      if (!parsed.ok) return unanswered(asked, type, "malformed", lookup);
      const asksAuthority = lookup.authority !== undefined;
      const authority = asksAuthority ? authorityServer(lookup.authority, options) : null;
      if (asksAuthority && authority === null) return unanswered(parsed.value, type, "unreachable", lookup);
      const hops = await follow(
        authority === null ? recursive : serverOrder([authority]),
        recursive,
        { name: parsed.value, type, checkingDisabled: lookup.checkingDisabled === true },
        askOptions(options, lookup, startedAt + (options.deadlineMs ?? 10_000)),
      );
      const times = { startedMs: startedAt - madeAt, ms: options.clock.monotonic() - startedAt };
      return answerFrom(hops, {
        meta: { ...blankMeta(parsed.value, type, lookup), ...times },
        asksAuthority,
      });
    },
  };
}

/**
 * Asks, and asks again for the target where an answer ends at an alias. The first question may go to an
 * authoritative server; aliases lead out of its zones, so they are followed with the resolvers.
 */
async function follow<Type extends RecordType>(
  first: ServerOrder<DnsServer>,
  recursive: ServerOrder<DnsServer>,
  question: Omit<WireQuestion<Type>, "recursion">,
  options: AskOptions & { readonly attempts: number },
): Promise<readonly Asked<Type>[]> {
  const hops: Asked<Type>[] = [];
  const passed = [question.name];
  for (let servers = first; ; servers = recursive) {
    const name = passed.at(-1) ?? question.name;
    const asked = await askServers(servers, { ...question, name, recursion: servers === recursive }, options);
    const { cnames } = asked.reply;
    const loops = cnames.some((cname, at) => passed.includes(cname) || cnames.indexOf(cname) < at);
    passed.push(...cnames);
    if (loops || passed.length - 1 > MAX_CNAMES) {
      return [...hops, { ...asked, reply: { status: "cname-loop", cnames } }];
    }
    hops.push(asked);
    if (asked.reply.status === "servfail" && servers === recursive && question.type !== "CNAME") {
      return [...hops.slice(0, -1), await explained(asked, recursive, name, options)];
    }
    if (asked.reply.status !== "alias") return hops;
  }
}

/** Extended errors (RFC 8914 4) from the first to the last that says that validation failed. */
const DNSSEC_BOGUS = 6;
const NSEC_MISSING = 12;

/** A SERVFAIL that aliases in a circle are to blame for is told as the loop it is. */
async function explained<Type extends RecordType>(
  asked: Asked<Type>,
  servers: ServerOrder<DnsServer>,
  name: string,
  options: AskOptions & { readonly attempts: number },
): Promise<Asked<Type>> {
  if (
    asked.message?.extendedErrors.some(({ code }) => code >= DNSSEC_BOGUS && code <= NSEC_MISSING) === true
  ) {
    return asked;
  }
  const circle = await findAliasCircle(servers, name, options);
  const attempts = [...asked.attempts, ...circle.attempts];
  return circle.loops
    ? { ...asked, attempts, reply: { status: "cname-loop", cnames: circle.cnames } }
    : { ...asked, attempts };
}

function authorityServer(text: string, options: LiveResolverOptions): DnsServer | null {
  const address = parseIpAddress(text);
  if (address === null || !(options.mayAskAuthority ?? isGlobal)(address)) return null;
  return { kind: "address", address: address.text, port: options.authorityPort ?? DNS_PORT };
}

const askOptions = (options: LiveResolverOptions, { purpose }: LookupOptions, deadline: number) => ({
  clock: options.clock,
  randomId: options.randomId ?? randomId,
  timeoutMs: options.attemptTimeoutMs ?? 1500,
  // A blocklist that does not answer is told so after one attempt: no report waits for a dead list.
  attempts: purpose === "blocklist" ? 1 : (options.attempts ?? 3),
  deadline,
});

/** Random bits are drawn in bulk: one call to the system's source for many packets. */
const ids = new Uint16Array(256);
let nextId = ids.length;

function randomId(): number {
  if (nextId === ids.length) {
    crypto.getRandomValues(ids);
    nextId = 0;
  }
  return ids[nextId++] ?? 0;
}
