import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { Clock } from "#lib/values/clock.ts";
import { unknown } from "./asked.ts";
import type { Asked, BounceEvidence, UnknownReason } from "./evidence.ts";
import { askRecipient } from "./gather-recipient.ts";
import { askSender, type SenderTools } from "./gather-sender.ts";
import { questionsOf } from "./questions.ts";

/** The DNS as one side of a bounce is asked about in it, and whether its answers may be believed. */
export interface TriageDns {
  readonly resolver: Resolver;
  health(): Promise<{ readonly healthy: boolean }>;
}

export interface GatherOptions extends Omit<SenderTools, "resolver"> {
  readonly clock: Clock;
  /** Which DNS knows this domain: a sample domain is known to the sample zone alone. Null: no domain is named. */
  dnsFor(domain: string | null): TriageDns;
  /** Milliseconds until whatever is still missing is given up. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 20_000;

/**
 * Asks DNS everything that can tell the causes of a bounce apart, all of it at once. What could not be found out says
 * why.
 */
export async function gatherEvidence(report: BounceReport, options: GatherOptions): Promise<BounceEvidence> {
  const { clock } = options;
  const gatheredAt = clock.now();
  const started = clock.monotonic();
  const over = new AbortController();
  const deadline = clock.sleep(options.deadlineMs ?? DEADLINE_MS, over.signal);
  const questions = questionsOf(report);
  const [sender, recipients] = await Promise.all([
    gatherSender(),
    Promise.all(questions.recipientDomains.map(gatherRecipient)),
  ]);
  over.abort();
  return {
    gatheredAt: gatheredAt.toISOString(),
    durationMs: Math.round(clock.monotonic() - started),
    sender,
    recipients,
  };

  async function gatherSender(): Promise<BounceEvidence["sender"]> {
    const dns = options.dnsFor(questions.senderDomain ?? questions.recipientDomains[0] ?? null);
    const parts = askSender(questions, { ...options, resolver: dns.resolver });
    const settled = settler(dns, deadline);
    const [spf, keys, dmarc, reverse, addressLists, domainLists, returnPath] = await Promise.all([
      settled(parts.spf),
      settled(parts.keys),
      settled(parts.dmarc),
      settled(parts.reverse),
      settled(parts.addressLists),
      settled(parts.domainLists),
      settled(parts.returnPath),
    ]);
    const about = { domain: questions.senderDomain, ip: questions.ip?.text ?? null };
    return { ...about, spf, keys, dmarc, reverse, addressLists, domainLists, returnPath };
  }

  async function gatherRecipient(domain: string): Promise<BounceEvidence["recipients"][number]> {
    const dns = options.dnsFor(domain);
    const parts = askRecipient(domain, dns.resolver);
    const settled = settler(dns, deadline);
    const [route, autodiscover, texts, zoneChanged] = await Promise.all([
      settled(parts.route),
      settled(parts.autodiscover),
      settled(parts.texts),
      settled(parts.zoneChanged),
    ]);
    return { domain, route, autodiscover, texts, zoneChanged };
  }
}

/** Waits for a part until the deadline. Answers of a resolver that lies are no answers; "not asked" stays so. */
function settler({ health }: TriageDns, deadline: Promise<void>) {
  const late = deadline.then(() => unknown("deadline"));
  const healthy = Promise.race([health().then(report => report.healthy), deadline.then(() => false)]);
  return async <Value>(part: Promise<Asked<Value>>): Promise<Asked<Value>> => {
    const answer = await Promise.race([part, late]);
    if (!answer.ok && NOT_ASKED.includes(answer.because)) return answer;
    if (!answer.ok && answer.because === "deadline") return answer;
    return (await healthy) ? answer : unknown("resolver-untrusted");
  };
}

const NOT_ASKED: readonly UnknownReason[] = [
  "no-sending-address",
  "private-sending-address",
  "no-sender-domain",
  "no-quoted-header",
];
