import type { DmarcReading } from "#lib/mail/dmarc/reading.ts";
import { type CheckTools, defineCheck, notApplicable, outcome } from "../define-check.ts";
import { type Deed, deedOf } from "../dmarc-evidence.ts";

/** What one edition makes of the domain. */
type Reading = {
  /** Where the record stands; null for none. */
  readonly record: string | null;
  readonly organizationalDomain: string;
  readonly policy: Deed;
};
type Args = { readonly domain: string; readonly rfc9989: Reading; readonly rfc7489: Reading };

/** Do receivers of the new and the old standard find the same policy? */
export const dmarcRfcs = defineCheck({
  id: "dmarc-rfcs",
  section: "authentication",
  question: "Do all receivers find the same DMARC policy?",
  why: "Since RFC 9989 (2026) receivers search upwards for the record; by RFC 7489 they jump to the domain that the public suffix list names. Both kinds are in use, and in some zones they find different records.",
  reference: "RFC 9989, DNS tree walk; RFC 7489, section 3.2",
  weighty: true,
  needs: ["dmarc"],
  outcomes: {
    same: outcome<Args>({
      status: "pass",
      title: ({ domain }) => `Receivers of both editions of DMARC find the same policy for ${domain}`,
      example: {
        domain: "example.com",
        rfc9989: { record: "example.com", organizationalDomain: "example.com", policy: "reject" },
        rfc7489: { record: "example.com", organizationalDomain: "example.com", policy: "reject" },
      },
    }),
    differ: outcome<Args>({
      status: "info",
      title: ({ domain }) => `What receivers make of ${domain} depends on the edition of DMARC they follow`,
      detail: ({ rfc9989, rfc7489 }) =>
        `By RFC 9989: ${readingWords(rfc9989)}. By RFC 7489: ${readingWords(rfc7489)}.`,
      example: {
        domain: "a.b.example.com",
        rfc9989: { record: "b.example.com", organizationalDomain: "b.example.com", policy: "reject" },
        rfc7489: { record: null, organizationalDomain: "example.com", policy: "no-policy" },
      },
    }),
  },
  run: ({ dmarc: { domain, rfc9989, rfc7489 } }, tools) => {
    const now = readingOf(rfc9989, tools);
    const before = readingOf(rfc7489, tools);
    if (now.record === null && before.record === null) return notApplicable("no-dmarc-record");
    const args = { domain, rfc9989: now, rfc7489: before };
    const agree =
      now.record === before.record &&
      now.organizationalDomain === before.organizationalDomain &&
      tools.need(rfc9989.exact).policy === tools.need(rfc7489.exact).policy;
    return { outcome: agree ? "same" : "differ", args };
  },
});

const readingOf = (reading: DmarcReading, { need }: CheckTools): Reading => {
  need(reading.exact);
  return {
    record: need(reading.record)?.domain ?? null,
    organizationalDomain: need(reading.organizationalDomain),
    policy: deedOf(reading.exact),
  };
};

const readingWords = ({ record, organizationalDomain, policy }: Reading): string =>
  record === null
    ? `no record, organizational domain ${organizationalDomain}`
    : `record of ${record}, policy ${policy === "no-policy" ? "not applied" : policy}, organizational domain ${organizationalDomain}`;
