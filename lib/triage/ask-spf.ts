import type { Resolver } from "#lib/dns/resolver.ts";
import { checkHost } from "#lib/mail/spf/check-host.ts";
import { readIdentity } from "#lib/mail/spf/identity.ts";
import type { SpfReason } from "#lib/mail/spf/outcome.ts";
import type { Clock } from "#lib/values/clock.ts";
import { unknown } from "./asked.ts";
import type { Asked, SpfEvidence } from "./evidence.ts";
import { proposeSender } from "./propose-sender.ts";
import type { TriageQuestions } from "./questions.ts";

interface SpfTools {
  readonly resolver: Resolver;
  readonly clock: Clock;
  /** Names of the sending address, for telling which service it belongs to. */
  readonly reverseNames: Promise<readonly string[]>;
}

/**
 * What SPF says to exactly this connection: the sending address, MAIL FROM and HELO of the bounce (RFC 7208 4.1).
 * A temporary error of DNS is no result.
 */
export async function askSpf(questions: TriageQuestions, tools: SpfTools): Promise<Asked<SpfEvidence>> {
  const { ip, envelope, helo } = questions;
  if (ip === null) return withoutAddress(questions);
  if (envelope === null) return unknown("no-sender-domain");
  const { resolver, clock } = tools;
  const { domain } = readIdentity(envelope.mailFrom, "");
  // The macro %{h} alone needs it; a receiver always knows it.
  const query = { ip, mailFrom: envelope.mailFrom, helo: helo ?? domain };
  const outcome = await checkHost(query, { resolver, clock });
  if (outcome.result === "temperror") return unfinished(outcome.reason);
  const names = helo === null ? await tools.reverseNames : [helo, ...(await tools.reverseNames)];
  return {
    ok: true,
    value: {
      ...outcome,
      ip: ip.text,
      mailFrom: query.mailFrom,
      helo: query.helo,
      assumed: envelope.assumed,
      domain,
      proposal: await proposeSender({ domain, ip, names, outcome }, { resolver, clock }),
    },
  };
}

/** Why nothing can be asked about the sending address. */
export const withoutAddress = ({ privateIp }: TriageQuestions) =>
  unknown(privateIp ? "private-sending-address" : "no-sending-address");

const unfinished = (reason: SpfReason) =>
  reason.code === "dns-failed" ? unknown("dns-failed", [reason.lookup]) : unknown("deadline");
