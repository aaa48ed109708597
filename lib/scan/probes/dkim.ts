import { joinedText, recordsOf } from "#lib/dns/answer.ts";
import { discoverDkim } from "#lib/mail/dkim/discover.ts";
import { recogniseProvider } from "#lib/mail/mx/provider.ts";
import { recogniseService } from "#lib/mail/spf/services.ts";
import { defineProbe, gathered, type ProbeContext } from "../define-probe.ts";

/** The DKIM keys of the domain, looked for where its messages, its providers and common practice say. */
export const dkimProbe = defineProbe({
  id: "dkim",
  async gather(context) {
    const { domain, resolver, hints, randomLabel } = context;
    return gathered(
      await discoverDkim(resolver, {
        domain,
        messageSelectors: hints.selectors,
        providerIds: providersOf(context),
        randomLabel: randomLabel(),
      }),
    );
  },
});

/** Whoever takes the domain's mail in, or is named in its SPF record, is likely to sign it too. */
async function providersOf({ domain, resolver, use }: ProbeContext): Promise<readonly string[]> {
  const [mx, txt] = await Promise.all([use("mx"), resolver.lookup(domain, "TXT")]);
  const hosts = mx.ok ? mx.value.hosts.flatMap(({ host }) => recogniseProvider(host)?.id ?? []) : [];
  const texts = recordsOf(txt).map(joinedText);
  return [...new Set([...hosts, ...texts.flatMap(includedServices)])];
}

/**
 * The services that an SPF record names itself. The whole tree would name more, but waiting for it would make
 * the scan longer.
 */
function includedServices(text: string): readonly string[] {
  if (!/^v=spf1(?: |$)/iu.test(text)) return [];
  const targets = text.toLowerCase().split(" ").slice(0, MOST_TERMS);
  return targets.flatMap(term => {
    const target = /^[+?~-]?(?:include:|redirect=)(.+)$/u.exec(term)?.[1];
    return target === undefined ? [] : (recogniseService(target)?.id ?? []);
  });
}

/** No evaluation gets further than this (RFC 7208 4.6.4 allows ten look-ups). */
const MOST_TERMS = 100;
