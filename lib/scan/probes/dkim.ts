import { discoverDkim } from "#lib/mail/dkim/discover.ts";
import { recogniseProvider } from "#lib/mail/mx/provider.ts";
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

/** Whoever takes the domain's mail in is likely to sign it too. */
async function providersOf({ use }: ProbeContext): Promise<readonly string[]> {
  const mx = await use("mx");
  if (!mx.ok) return [];
  return mx.value.hosts.flatMap(({ host }) => recogniseProvider(host)?.id ?? []);
}
