import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Blocklist, checkEntry, type ListHealthCache, type ListRow } from "#lib/mail/dnsbl/index.ts";
import { lookUpReverse } from "#lib/scan/probes/reverse.ts";
import type { Clock } from "#lib/values/clock.ts";
import { type Alignment, discoverAlignment, NO_ALIGNMENT } from "./alignment.ts";
import { askKeys } from "./ask-keys.ts";
import { askSpf, withoutAddress } from "./ask-spf.ts";
import { found, noAnswer, unknown } from "./asked.ts";
import type { Asked, DmarcEvidence, ReverseEvidence, SenderEvidence } from "./evidence.ts";
import { domainOf, type TriageQuestions } from "./questions.ts";

export interface SenderTools {
  readonly resolver: Resolver;
  readonly clock: Clock;
  readonly lists: readonly Blocklist[];
  readonly listHealth: ListHealthCache;
}

/** The parts of the sender's evidence, each under way by itself. */
export type SenderParts = {
  readonly [Part in Exclude<keyof SenderEvidence, "domain" | "ip">]: Promise<SenderEvidence[Part]>;
};

/** Starts to ask everything about the sending side at once. */
export function askSender(questions: TriageQuestions, tools: SenderTools): SenderParts {
  const { resolver, clock } = tools;
  const { senderDomain } = questions;
  const alignment =
    senderDomain === null ? Promise.resolve(NO_ALIGNMENT) : discoverAlignment(senderDomain, resolver);
  const reverse = askReverse(questions, resolver);
  const reverseNames = reverse.then(answer => (answer.ok ? answer.value.names : []));
  return {
    spf: askSpf(questions, { resolver, clock, reverseNames }),
    keys: askKeys(questions, { resolver, alignment }),
    dmarc: askDmarc(questions, alignment),
    reverse,
    addressLists: askAddressLists(questions, tools),
    domainLists: senderDomain === null ? NO_SENDER : askLists(senderDomain, "domain", tools),
    returnPath: askReturnPath(questions, resolver),
  };
}

const NO_SENDER = Promise.resolve(unknown("no-sender-domain"));

async function askDmarc(
  { envelope }: TriageQuestions,
  pending: Promise<Alignment>,
): Promise<Asked<DmarcEvidence>> {
  const alignment = await pending;
  if (!alignment.policy.ok) return alignment.policy;
  const spfDomain = domainOf(envelope?.mailFrom ?? null);
  const spfAligned = spfDomain === null ? unknown("no-sender-domain") : await alignment.spf(spfDomain);
  return found({ ...alignment.policy.value, spfAligned });
}

async function askReverse(questions: TriageQuestions, resolver: Resolver): Promise<Asked<ReverseEvidence>> {
  const { ip } = questions;
  if (ip === null) return withoutAddress(questions);
  const { names, confirmedBy } = await lookUpReverse(resolver, ip, "");
  if (!names.ok) return unknown("dns-failed", names.failure.lookups);
  if (!confirmedBy.ok) return unknown("dns-failed", confirmedBy.failure.lookups);
  return found({ names: names.value, confirmed: confirmedBy.value });
}

async function askAddressLists(
  questions: TriageQuestions,
  tools: SenderTools,
): Promise<Asked<readonly ListRow[]>> {
  const { ip } = questions;
  if (ip === null) return withoutAddress(questions);
  return askLists(ip.text, ip.family === 4 ? "ipv4" : "ipv6", tools);
}

async function askLists(
  entry: string,
  family: Blocklist["families"][number],
  { lists, listHealth, resolver }: SenderTools,
): Promise<Asked<readonly ListRow[]>> {
  const asked = lists.filter(({ families }) => families.includes(family));
  return found(await Promise.all(asked.map(list => checkEntry(list, entry, resolver, listHealth))));
}

/** RFC 5321 5.1 and RFC 7505: whether a reply to the envelope sender could be delivered. */
async function askReturnPath(
  { envelope }: TriageQuestions,
  resolver: Resolver,
): Promise<SenderEvidence["returnPath"]> {
  const domain = domainOf(envelope?.mailFrom ?? null);
  if (domain === null) return unknown("no-sender-domain");
  const mx = await resolver.lookup(domain, "MX");
  if (isFailure(mx)) return noAnswer(mx);
  const hosts = recordsOf(mx).map(({ exchange }) => exchange);
  if (hosts.length > 0) return found(hosts.every(host => host === ".") ? "takes-none" : "takes-mail");
  if (mx.status === "nxdomain" && mx.cnames.length === 0) return found("does-not-exist");
  const [a, aaaa] = await Promise.all([resolver.lookup(domain, "A"), resolver.lookup(domain, "AAAA")]);
  if (recordsOf(a).length + recordsOf(aaaa).length > 0) return found("takes-mail");
  if (isFailure(a)) return noAnswer(a);
  return isFailure(aaaa) ? noAnswer(aaaa) : found("takes-none");
}
