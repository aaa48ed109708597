import { type Answer, isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { mxSet } from "#lib/mail/mx/mx-set.ts";
import { isSpfRecord } from "#lib/mail/spf/select-record.ts";
import { allAddresses, lookUpAddresses } from "#lib/scan/probes/host-addresses.ts";
import { found, noAnswer, unknown } from "./asked.ts";
import type { Asked, RecipientEvidence, RecipientTexts, Route } from "./evidence.ts";

/** The parts of one recipient domain's evidence, each under way by itself. */
export type RecipientParts = {
  readonly [Part in Exclude<keyof RecipientEvidence, "domain">]: Promise<RecipientEvidence[Part]>;
};

/** Our own politeness: mail hosts whose addresses one bounce looks up. */
const MOST_HOSTS = 6;

/** Starts to ask where mail for a domain goes today, and who looks after it. */
export const askRecipient = (domain: string, resolver: Resolver): RecipientParts => ({
  route: askRoute(domain, resolver),
  autodiscover: askAutodiscover(domain, resolver),
  texts: askTexts(domain, resolver),
  zoneChanged: askZoneChanged(domain, resolver),
});

async function askRoute(domain: string, resolver: Resolver): Promise<Asked<Route>> {
  const mx = await resolver.lookup(domain, "MX");
  if (isFailure(mx)) return noAnswer(mx);
  const { hosts, nullPreference } = mxSet(recordsOf(mx));
  if (hosts.length > 0) {
    const addressed = hosts.slice(0, MOST_HOSTS).map(async host => ({
      ...host,
      addresses: host.kind === "name" ? await addressesOf(host.host, resolver) : found([]),
    }));
    return found({ kind: "hosts", implicit: false, hosts: await Promise.all(addressed) });
  }
  if (nullPreference !== null) return found({ kind: "null-mx" });
  // An alias that leads nowhere exists itself.
  if (mx.status === "nxdomain" && mx.cnames.length === 0) return found({ kind: "no-such-domain" });
  const addresses = await addressesOf(domain, resolver);
  if (!addresses.ok) return addresses;
  if (addresses.value.length === 0) return found({ kind: "no-server" });
  const host = { host: domain, preference: 0, kind: "name", addresses } as const;
  return found({ kind: "hosts", implicit: true, hosts: [host] });
}

async function addressesOf(host: string, resolver: Resolver): Promise<Asked<readonly string[]>> {
  const addresses = allAddresses(await lookUpAddresses(resolver, host));
  return addresses.ok ? addresses : unknown("dns-failed", addresses.failure.lookups);
}

/** The host that Outlook is sent to: an alias of Microsoft's in the cloud, a server of one's own otherwise. */
async function askAutodiscover(domain: string, resolver: Resolver): Promise<Asked<string | null>> {
  const name = `autodiscover.${domain}`;
  const answer = await resolver.lookup(name, "A");
  const alias = answer.cnames.at(-1);
  if (alias !== undefined) return found(alias);
  if (isFailure(answer)) return noAnswer(answer);
  return found(recordsOf(answer).length > 0 ? name : null);
}

async function askTexts(domain: string, resolver: Resolver): Promise<Asked<RecipientTexts>> {
  const answer = await resolver.lookup(domain, "TXT");
  if (isFailure(answer)) return noAnswer(answer);
  const texts = recordsOf(answer).map(joinedText);
  const [spf = null, ...others] = texts.filter(isSpfRecord);
  return found({
    provedToMicrosoft: texts.some(text => /^MS=ms\d+$/iu.test(text.trim())),
    spf: others.length > 0 ? null : spf,
  });
}

async function askZoneChanged(domain: string, resolver: Resolver): Promise<Asked<string | null>> {
  const answer: Answer<"SOA"> = await resolver.lookup(domain, "SOA");
  if (isFailure(answer)) return noAnswer(answer);
  const serial = recordsOf(answer)[0]?.serial;
  return found(serial === undefined ? null : dayInSerial(serial));
}

/** RFC 1912 2.2: YYYYMMDDnn by convention; a number that is no such day is a plain counter. */
function dayInSerial(serial: number): string | null {
  const [, year = "", month = "", day = ""] = /^(20\d\d)(\d\d)(\d\d)\d\d$/u.exec(String(serial)) ?? [];
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
