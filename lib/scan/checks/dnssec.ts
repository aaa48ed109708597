import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { dnsProviderById } from "../dns-provider.ts";
import type { Fix, FixContext } from "../finding.ts";

type ExtendedErrors = readonly { readonly code: number; readonly text: string }[];

/** Can the domain's DNS answers be told from forged ones? */
export const dnssec = defineCheck({
  id: "dnssec",
  section: "transport",
  question: "Are the domain's DNS answers protected against forgery (DNSSEC)?",
  why: "Who forges DNS answers leads mail wherever he wants. DNSSEC prevents that, and DANE needs it; a broken signature makes the whole domain unreachable for many.",
  reference: "RFC 4035, DNSSEC security states; RFC 8914, extended DNS errors",
  weighty: false,
  needs: ["domain", "dnssec"],
  outcomes: {
    secure: outcome<{ domain: string }>({
      status: "pass",
      title: ({ domain }) => `The zone of ${domain} is signed, and the signatures are right`,
      example: { domain: "example.com" },
    }),
    insecure: outcome<{ domain: string; unsupported: boolean }>({
      status: "info",
      title: ({ domain }) => `The zone of ${domain} is not signed`,
      detail: ({ unsupported }) =>
        unsupported
          ? "There is a DS record, but with algorithms that the resolver does not know, which counts as not signed."
          : "Mail works without. DANE needs it.",
      example: { domain: "example.com", unsupported: false },
    }),
    bogus: outcome<{ domain: string; errors: ExtendedErrors }>({
      status: "fail",
      title: ({ domain }) =>
        `The DNSSEC signatures of ${domain} are wrong, so many resolvers refuse its answers`,
      detail: ({ errors }) =>
        `Resolvers that check signatures (Google, Cloudflare, Quad9 and many providers) treat the domain as unreachable: mail to it and from it fails.${
          errors.length === 0 ? "" : ` The resolver says: ${errors.map(errorText).join("; ")}.`
        }`,
      fix: bogusFix,
      example: { domain: "example.com", errors: [{ code: 7, text: "signature expired" }] },
    }),
  },
  run: ({ domain: { name: domain, exists }, dnssec: { security, dsAlgorithms } }, { need }) => {
    const { state, extendedErrors: errors } = need(security);
    if (state === "bogus") return { outcome: "bogus", args: { domain, errors } };
    if (!exists) return notApplicable("domain-does-not-exist");
    if (state === "secure") return { outcome: "secure", args: { domain } };
    const unsupported = dsAlgorithms.ok && dsAlgorithms.value.length > 0;
    return { outcome: "insecure", args: { domain, unsupported } };
  },
});

function bogusFix({ domain, errors }: { domain: string; errors: ExtendedErrors }, context: FixContext): Fix {
  const host = dnsProviderById(context.dnsProvider)?.name ?? "the host of the zone";
  const expired = errors.some(({ code }) => code === 7);
  return {
    who: "dns-admin",
    steps: [
      `See which part is broken: https://dnsviz.net/d/${domain}/dnssec/`,
      expired
        ? `The signatures have run out: have ${host} sign the zone again.`
        : `Compare the DS record at the registrar with the keys that ${host} shows for the zone. After a move to another host the old DS record is often left behind.`,
      "If the zone is not to be signed, delete the DS record at the registrar, and only then switch signing off. Answers recover within the TTL of the DS record, usually a day.",
    ],
    records: [],
  };
}

const errorText = ({ code, text }: { code: number; text: string }): string =>
  `${NAMES[code] ?? `extended error ${code}`}${text === "" ? "" : ` (${text.slice(0, 200)})`}`;

/** RFC 8914 4, the codes that speak of validation. */
const NAMES: Readonly<Record<number, string>> = {
  6: "DNSSEC bogus",
  7: "signature expired",
  8: "signature not yet valid",
  9: "no DNSKEY matches the DS record",
  10: "signatures are missing",
  11: "the key is no zone key",
  12: "the proof of absence is missing",
};
