import { discoverDmarc } from "#lib/mail/dmarc/discover.ts";
import { defineProbe, gathered } from "../define-probe.ts";

/** The DMARC policy of the domain. What a failed lookup hides is unknown within the evidence itself. */
export const dmarcProbe = defineProbe({
  id: "dmarc",
  gather: async ({ domain, resolver }) => gathered(await discoverDmarc(resolver, domain)),
});
