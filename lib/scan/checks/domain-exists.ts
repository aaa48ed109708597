import { defineCheck, outcome } from "../define-check.ts";

/** Does the domain exist in DNS? */
export const domainExists = defineCheck({
  id: "domain-exists",
  section: "delivery",
  question: "Does the domain exist?",
  why: "Mail to a domain that DNS does not know is refused at once, and mail from it is refused nearly everywhere. A registration that ran out looks exactly like this.",
  reference: "RFC 8020, NXDOMAIN means that there is nothing underneath",
  weighty: true,
  needs: ["domain"],
  outcomes: {
    exists: outcome<{ domain: string }>({
      status: "pass",
      title: ({ domain }) => `${domain} exists`,
      example: { domain: "example.com" },
    }),
    nxdomain: outcome<{ domain: string; registrableDomain: string | null }>({
      status: "fail",
      title: ({ domain }) => `There is no domain ${domain} (NXDOMAIN)`,
      detail: ({ domain }) =>
        `The servers responsible for the names above ${domain} answered that it does not exist. Mail to it and from it fails everywhere.`,
      fix: ({ domain, registrableDomain }) => ({
        who: "dns-admin",
        steps: [
          `Check the spelling of ${domain}.`,
          registrableDomain === null || registrableDomain === domain
            ? `If the spelling is right, look at the registrar whether the registration of ${domain} has run out or is on hold, and renew it.`
            : `If the spelling is right, look whether ${registrableDomain} is still registered and whether its zone has a record for ${domain}.`,
        ],
        records: [],
      }),
      example: { domain: "exampel.com", registrableDomain: "exampel.com" },
    }),
    "public-suffix": outcome<{ domain: string }>({
      status: "info",
      title: ({ domain }) => `${domain} is a suffix under which others register domains, not a mail domain`,
      detail: () => "Enter the domain that stands after the @ of an e-mail address.",
      example: { domain: "co.uk" },
    }),
  },
  run: ({ domain: { name: domain, exists, publicSuffix, registrableDomain } }) => {
    if (!exists) return { outcome: "nxdomain", args: { domain, registrableDomain } };
    if (publicSuffix === domain) return { outcome: "public-suffix", args: { domain } };
    return { outcome: "exists", args: { domain } };
  },
});
