import { governingRecord } from "#lib/mail/dmarc/discover.ts";
import { bimiFault, type BimiFault, faultSentence } from "../bimi-faults.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { Fix, FixContext } from "../finding.ts";
import { publishFix } from "../publish-steps.ts";

type Published = {
  readonly domain: string;
  readonly name: string;
  readonly logo: string | null;
  readonly certificate: string | null;
};
const EXAMPLE: Published = {
  domain: "example.com",
  name: "default._bimi.example.com",
  logo: "https://example.com/logo.svg",
  certificate: "https://example.com/mark.pem",
};

/** Can mail programs show the domain's logo? */
export const bimi = defineCheck({
  id: "bimi",
  section: "transport",
  question: "Can mail programs show the domain's logo (BIMI)?",
  why: "Some mail programs show a sender's logo when the domain enforces DMARC. It is an ornament, not a protection; a broken record costs nothing but the logo.",
  reference: "draft-brand-indicators-for-message-identification (no RFC yet)",
  weighty: false,
  needs: ["domain", "bimi", "dmarc"],
  outcomes: {
    ready: outcome<Published & { issuer: string | null }>({
      status: "pass",
      title: () => "The logo can be shown",
      detail: ({ certificate, issuer }) =>
        certificate === null
          ? "Without a mark certificate Yahoo and some others show it; Gmail and Apple do not."
          : `The mark certificate${issuer === null ? "" : ` of ${issuer}`} is for this domain and current. Whether a mail program trusts its issuer was not tested.`,
      example: { ...EXAMPLE, issuer: "DigiCert, Inc." },
    }),
    "record-only": outcome<Published>({
      status: "info",
      unmeasured: true,
      title: () => "The record is in order; the logo was not fetched, because this scan asks DNS only",
      example: EXAMPLE,
    }),
    absent: outcome<{ domain: string }>({
      status: "info",
      title: ({ domain }) => `${domain} publishes no logo`,
      example: { domain: "example.com" },
    }),
    declined: outcome<{ domain: string }>({
      status: "info",
      title: ({ domain }) => `${domain} says that it takes no part in BIMI`,
      example: { domain: "example.com" },
    }),
    invalid: outcome<{ domain: string; name: string; fault: BimiFault; texts: readonly string[] }>({
      status: "warn",
      title: ({ fault }) => `The logo cannot be shown: ${faultSentence(fault)}`,
      fix: invalidFix,
      example: {
        domain: "example.com",
        name: "default._bimi.example.com",
        fault: { part: "logo", reason: "script", what: "script" },
        texts: ["v=BIMI1; l=https://example.com/logo.svg"],
      },
    }),
    "dmarc-not-enforced": outcome<
      Published & { policy: string | null; because: "policy" | "subdomains" | "pct" }
    >({
      status: "warn",
      title: ({ because }) => NOT_ENFORCED[because],
      detail: () =>
        "Mail programs show the logo only for domains whose DMARC policy is quarantine or reject for all mail, sub-domains included.",
      fix: ({ domain }, context) => ({
        ...publishFix(
          context,
          [],
          [
            `Follow the advice of the DMARC policy check first; a logo is no reason to hurry it.`,
            `Without DMARC enforcement the BIMI record of ${domain} does no harm.`,
          ],
        ),
      }),
      example: { ...EXAMPLE, policy: "none", because: "policy" },
    }),
  },
  run: ({ domain: { name: domain, exists }, bimi: { record, name, logo, certificate }, dmarc }, { need }) => {
    if (!exists) return notApplicable("domain-does-not-exist");
    if (record.kind === "absent" || record.kind === "declined")
      return { outcome: record.kind, args: { domain } };
    if (record.kind === "invalid") {
      const fault: BimiFault = { part: "record", reason: record.reason, what: "" };
      return { outcome: "invalid", args: { domain, name, fault, texts: record.texts } };
    }
    const args: Published = { domain, name, logo: record.logo, certificate: record.certificate };
    const policy = need(dmarc.rfc9989.exact).applied;
    const below = need(dmarc.rfc9989.existingSubdomain).applied;
    const because = shortcoming(policy, below, governingRecord(dmarc.rfc9989)?.pct ?? 100);
    if (because !== null) return { outcome: "dmarc-not-enforced", args: { ...args, policy, because } };
    const [logoFile, certificateFile] = [need(logo), need(certificate)];
    const fault = bimiFault(logoFile, certificateFile);
    if (fault !== null) return { outcome: "invalid", args: { domain, name, fault, texts: [record.text] } };
    const fetched = logoFile.kind === "fetched" || certificateFile.kind === "fetched";
    const issuer = certificateFile.kind === "fetched" ? certificateFile.issuer : null;
    return fetched ? { outcome: "ready", args: { ...args, issuer } } : { outcome: "record-only", args };
  },
});

/** The draft still asks for pct=100 beside quarantine, and for no sp=none. */
function shortcoming(policy: string | null, below: string | null, pct: number) {
  if (policy !== "reject" && policy !== "quarantine") return "policy" as const;
  if (below !== "reject" && below !== "quarantine") return "subdomains" as const;
  return policy === "quarantine" && pct < 100 ? ("pct" as const) : null;
}

const NOT_ENFORCED = {
  policy: "The logo is not shown, because the DMARC policy asks for nothing to be done",
  subdomains: "The logo is not shown, because the DMARC policy leaves sub-domains open",
  pct: "The logo is not shown, because the DMARC policy is for a part of the mail only (pct)",
} as const;

function invalidFix(
  { name, fault, texts }: { name: string; fault: BimiFault; texts: readonly string[] },
  context: FixContext,
): Fix {
  if (fault.part !== "record") {
    const file = fault.part === "logo" ? "the logo file" : "the mark certificate";
    return {
      who: "mail-admin",
      steps: [
        `Replace ${file}: ${faultSentence(fault)}.`,
        "Logos are SVG Tiny PS: version 1.2, baseProfile tiny-ps, a title, square, under 32 kB, no scripts, links, images or animation.",
      ],
      records: [],
    };
  }
  const [kept, ...others] = texts;
  const extra = fault.reason === "multiple" ? others : [];
  return publishFix(
    context,
    extra.map(text => ({ action: "delete", name, type: "TXT", value: "", replaces: text })),
    extra.length > 0
      ? [`The record that stays is “${kept ?? ""}”.`]
      : [
          `Correct the TXT record ${name}: v=BIMI1; l=https://… (the logo); a=https://… (the mark certificate, where there is one).`,
        ],
  );
}
