import type { TlsRptProblem } from "#lib/mail/tls-rpt/record.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { Fix, FixContext } from "../finding.ts";
import { listed } from "../mail-hosts.ts";
import { publishFix } from "../publish-steps.ts";

type Published = { readonly domain: string; readonly texts: readonly string[] };
const EXAMPLE: Published = { domain: "example.com", texts: ["v=TLSRPTv1; rua=tls@example.com"] };

/** Does the domain hear of failed encryption? */
export const tlsRpt = defineCheck({
  id: "tls-rpt",
  section: "transport",
  question: "Does the domain get reports about failed encryption?",
  why: "Google, Microsoft and others report once a day how often encryption worked (TLS-RPT). Without the reports a broken MTA-STS policy or certificate stays unnoticed while mail is held back.",
  reference: "RFC 8460, SMTP TLS Reporting",
  weighty: false,
  needs: ["domain", "tlsRpt"],
  outcomes: {
    present: outcome<{ domain: string; destinations: readonly string[] }>({
      status: "pass",
      title: ({ destinations }) => `Reports go to ${listed(destinations)}`,
      example: { domain: "example.com", destinations: ["mailto:tls-reports@example.com"] },
    }),
    absent: outcome<{ domain: string }>({
      status: "info",
      title: ({ domain }) => `${domain} asks for no reports`,
      detail: ({ domain }) =>
        `They are worth having before MTA-STS is enforced: a TXT record at _smtp._tls.${domain} with ${reportRecord(domain)}.`,
      example: { domain: "example.com" },
    }),
    invalid: outcome<Published & { reason: TlsRptProblem }>({
      status: "warn",
      title: ({ reason }) => `The TLS-RPT record is not usable: ${REASONS[reason]}`,
      detail: () => "Senders ignore it, so no reports arrive.",
      fix: (published, context) => recordFix(published, context, reportRecord(published.domain)),
      example: { ...EXAMPLE, reason: "bad-rua" },
    }),
    multiple: outcome<Published>({
      status: "warn",
      title: ({ texts }) => `There are ${texts.length} TLS-RPT records where one is allowed`,
      detail: () => "Senders then behave as if there were none.",
      fix: (published, context) => recordFix(published, context, published.texts[0] ?? ""),
      example: {
        domain: "example.com",
        texts: ["v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:b@example.com"],
      },
    }),
  },
  run: ({ domain: { name: domain, exists }, tlsRpt: { record } }) => {
    if (!exists) return notApplicable("domain-does-not-exist");
    switch (record.kind) {
      case "absent":
        return { outcome: "absent", args: { domain } };
      case "valid":
        return { outcome: "present", args: { domain, destinations: record.destinations } };
      case "multiple":
        return { outcome: "multiple", args: { domain, texts: record.texts } };
      case "invalid":
        return { outcome: "invalid", args: { domain, texts: record.texts, reason: record.reason } };
    }
  },
});

const REASONS: { readonly [Reason in TlsRptProblem]: string } = {
  "bad-version": "it does not begin with exactly “v=TLSRPTv1;”",
  "no-rua": "it names no destination (rua)",
  "bad-rua": "no destination is a mailto: or https: address",
  "bad-field": "it has a part that is not name=value",
};

const reportRecord = (domain: string): string => `v=TLSRPTv1; rua=mailto:tls-reports@${domain}`;

/** One record with this text stays; the others go. */
function recordFix({ domain, texts }: Published, context: FixContext, value: string): Fix {
  const name = `_smtp._tls.${domain}`;
  const others = texts.filter(text => text !== value);
  const [replaced] = texts.includes(value) ? [] : others;
  return publishFix(
    context,
    [
      ...(replaced === undefined
        ? []
        : [{ action: "replace" as const, name, type: "TXT", value, replaces: replaced }]),
      ...others
        .filter(text => text !== replaced)
        .map(text => ({ action: "delete" as const, name, type: "TXT", value: "", replaces: text })),
    ],
    ["Use a mailbox that exists. The reports are small files, one a day from each large sender."],
  );
}
