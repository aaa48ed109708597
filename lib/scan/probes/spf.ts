import { analyze, type SpfAnalysis } from "#lib/mail/spf/analyze.ts";
import { checkHost, type SpfOutcome } from "#lib/mail/spf/check-host.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import type { ProbeContext } from "../define-probe.ts";
import { defineProbe } from "../define-probe.ts";

/** The SPF policy of the domain, and what it says about the addresses that are known to send. */
export interface SpfEvidence extends SpfAnalysis {
  readonly senders: readonly SenderEvaluation[];
}

/** check_host() for one address and a mailbox of the domain; its trace shows term by term why. */
export interface SenderEvaluation extends SpfOutcome {
  readonly ip: string;
}

/** Our own politeness: addresses that one scan evaluates. */
const MOST_SENDERS = 5;

export const spfProbe = defineProbe({
  id: "spf",
  async gather(context) {
    const [analysis, senders] = await Promise.all([
      analyze(context.domain, context.resolver),
      evaluateSenders(context),
    ]);
    return analysis.ok ? { ok: true, value: { ...analysis.value, senders } } : analysis;
  },
});

async function evaluateSenders(context: ProbeContext): Promise<readonly SenderEvaluation[]> {
  const { clock, domain, hints, resolver } = context;
  const addresses = hints.sendingAddresses.flatMap(text => parseIpAddress(text) ?? []);
  return Promise.all(
    addresses.slice(0, MOST_SENDERS).map(async ip => {
      const query = { ip, mailFrom: `postmaster@${domain}`, helo: domain };
      return { ip: ip.text, ...(await checkHost(query, { resolver, clock })) };
    }),
  );
}
