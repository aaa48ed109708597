import { isGateway, providerName, providerOfHost } from "#lib/bounce/provider.ts";
import { type Reason, reason } from "#lib/bounce/reasons.ts";
import { isLabelFor, microsoftTenantLabel } from "#lib/mail/mx/microsoft-tenant.ts";
import type { RecipientEvidence, Route } from "./evidence.ts";
import { type Fact, fact, unknownFact } from "./facts.ts";
import { familyOf, gatewayOf, isMicrosoft, isSameOperator, type Refuser } from "./refuser.ts";

/** Where mail for the domain goes today, held against the host that refused. */
export function routeFacts(
  { domain, route }: Pick<RecipientEvidence, "domain" | "route">,
  refuser: Refuser,
): readonly Fact[] {
  if (!route.ok) return [unknownFact("route", route.because)];
  if (route.value.kind !== "hosts")
    return [fact("route", "bad", reason(NO_WAY[route.value.kind], { domain }))];
  const { hosts } = route.value;
  const [first] = hosts;
  if (first === undefined) return [];
  const names = hosts.map(({ host }) => host);
  const facts = [
    ...compared({ domain, names, addresses: addressesIn(route.value) }, refuser),
    ...splitBetween(names),
  ];
  return facts.length > 0 && refuser.host !== null
    ? facts
    : [...facts, fact("route", "neutral", reason("domain-takes-mail", { domain, host: first.host }))];
}

const NO_WAY = {
  "no-such-domain": "domain-does-not-exist",
  "null-mx": "domain-takes-no-mail",
  "no-server": "domain-has-no-server",
} as const;

interface Way {
  readonly domain: string;
  readonly names: readonly string[];
  /** Null where not all of them are known. */
  readonly addresses: readonly string[] | null;
}

const addressesIn = (route: Extract<Route, { kind: "hosts" }>): readonly string[] | null =>
  route.hosts.every(({ addresses }) => addresses.ok)
    ? route.hosts.flatMap(({ addresses }) => (addresses.ok ? addresses.value : []))
    : null;

function compared(way: Way, refuser: Refuser): readonly Fact[] {
  const same = way.names.find(name => name === refuser.host);
  if (same !== undefined)
    return [fact("route", "neutral", reason("mx-is-remote", { host: same })), ...toMicrosoft(way, refuser)];
  if (refuser.ip !== null && way.addresses?.includes(refuser.ip) === true) {
    return [fact("route", "neutral", reason("mx-is-remote", { host: refuser.host ?? refuser.ip }))];
  }
  const found = refuser.provider === null ? byName(way, refuser) : byProvider(way, refuser, refuser.provider);
  return found.map(one =>
    fact("route", one.code === "mx-elsewhere" || one.code === "mx-is-not-microsoft" ? "bad" : "neutral", one),
  );
}

/** Counts against a gateway in front, so only where something speaks for one. */
const toMicrosoft = ({ names }: Way, { provider, reporter }: Refuser): readonly Fact[] => {
  if (gatewayOf(reporter) === null) return [];
  const host = isMicrosoft(provider) ? names.find(name => isMicrosoft(providerOfHost(name))) : undefined;
  return host === undefined ? [] : [fact("route", "neutral", reason("mx-is-microsoft", { host }))];
};

/** The refuser's mail system is known. */
function byProvider(way: Way, refuser: Refuser, provider: string): readonly Reason[] {
  const { names } = way;
  const refusedBy = refuser.host ?? providerName(provider);
  const own = names.find(name => familyOf(providerOfHost(name) ?? "") === familyOf(provider));
  if (own !== undefined) return [entrance(way, refuser, own) ?? sameProvider(own, provider)];
  const front = names.find(name => gatewayOf(name) !== null);
  const gateway = gatewayOf(front ?? null);
  if (gateway !== null && !isGateway(provider)) {
    // A reply alone does not say who passed it on; a report of the sender's own server does.
    const isBypassed =
      refuser.reporter !== null && refuser.host !== null && !isOnTheWay(way, refuser.reporter);
    return [
      isBypassed ? reason("gateway-bypassed", { gateway, refusedBy }) : reason("mx-is-gateway", { gateway }),
    ];
  }
  if (isGateway(provider)) return [];
  const [now = ""] = names;
  if (refuser.reporter !== null && isOnTheWay(way, refuser.reporter)) {
    return [reason("own-server-in-front", { host: refuser.reporter })];
  }
  return [
    isMicrosoft(provider)
      ? reason("mx-is-not-microsoft", { host: now })
      : reason("mx-elsewhere", { now, refusedBy }),
  ];
}

/** Only names are known of the refuser. Of names that nobody knows, none says that the way has changed. */
function byName({ names, addresses }: Way, { host, ip, reporter }: Refuser): readonly Reason[] {
  if (host === null) return [];
  const same = names.find(name => isSameOperator(name, host));
  if (same !== undefined) return [reason("mx-same-provider", { host: same, provider: host })];
  const [now = ""] = names;
  const isForeign = names.every(name => providerOfHost(name) !== null) && ip !== null && addresses !== null;
  const isInside = reporter !== null && names.some(name => isSameOperator(name, reporter));
  return isForeign && !isInside ? [reason("mx-elsewhere", { now, refusedBy: host })] : [];
}

const sameProvider = (host: string, provider: string): Reason =>
  isMicrosoft(provider)
    ? reason("mx-is-microsoft", { host })
    : reason("mx-same-provider", { host, provider });

/** Microsoft 365 has an entrance of its own for each domain; mail for one domain went to that of another. */
function entrance({ domain }: Way, { host }: Refuser, now: string): Reason | null {
  if (host === null) return null;
  const label = microsoftTenantLabel(host);
  if (label === null || IS_SERVER.test(label) || isLabelFor(label, domain)) return null;
  return reason("mx-other-entrance", { now, refusedBy: host });
}

/** Servers of Exchange Online ("db5pepf00014b9a", "ve1eur01ft012") carry the suffix of the entrances, too. */
const IS_SERVER = /^[a-z0-9]*(?:pepf[0-9a-f]{6,10}|[a-z]{2}\d\d(?:ft|he|mb)\d{3,4})$/u;

/** Whether a host takes mail for the domain, or belongs to those who do. */
const isOnTheWay = ({ domain, names }: Way, host: string): boolean =>
  [domain, ...names].some(name => isSameOperator(name, host));

/** Two mail systems that both keep mailboxes: each gets a part of the mail. */
function splitBetween(names: readonly string[]): readonly Fact[] {
  const systems = new Map(
    names.flatMap(name => {
      const provider = providerOfHost(name);
      return provider === null || isGateway(provider) ? [] : [[familyOf(provider), provider] as const];
    }),
  );
  return systems.size > 1
    ? [fact("route", "bad", reason("mx-split", { providers: [...systems.values()] }))]
    : [];
}
