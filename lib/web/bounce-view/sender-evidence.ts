import { drawBlocklists } from "#lib/scan/pictures/blocklists.ts";
import type { BounceEvidence, SpfEvidence } from "#lib/triage/evidence.ts";
import { viewRecord } from "../scan-view/view-fix.ts";
import type { SenderView, SpfRemedyView, SpfTraceView } from "./bounce-view.ts";

/** What DNS says about the sending side, as pictures. */
export function viewSender({ sender }: BounceEvidence): SenderView {
  return {
    spf: sender.spf.ok ? traceOf(sender.spf.value) : null,
    blocklists: blocklistsOf(sender),
  };
}

/** The SPF record to publish, where the address is missing in it. */
export function viewRemedy({ sender }: BounceEvidence, decides: boolean): SpfRemedyView | null {
  const proposal = sender.spf.ok ? sender.spf.value.proposal : null;
  if (proposal === null || !decides) return null;
  const { record, term, service } = proposal;
  return {
    record: viewRecord(record),
    zone: record.name,
    why:
      service === null
        ? `It adds ${term}, the server that sent this mail. Publish it only if that server is yours.`
        : `It adds ${term}, which is how ${service} asks to be listed. Publish it only if you send through that service.`,
  };
}

function traceOf(spf: SpfEvidence): SpfTraceView {
  const { trace, result, ip, mailFrom, helo, assumed } = spf;
  return {
    question: `May ${ip} send as ${mailFrom}, calling itself ${helo}?${assumed ? " (The envelope sender is not in the report; the visible one was taken.)" : ""}`,
    result: RESULTS[result] ?? result,
    terms: trace.slice(0, MOST_TERMS).map(({ depth, domain, term, outcome }) => ({
      depth,
      domain,
      term,
      outcome: OUTCOMES[outcome],
      decisive: outcome === "match" || outcome === "permerror" || outcome === "temperror",
    })),
  };
}

const MOST_TERMS = 60;

const RESULTS: Readonly<Record<string, string>> = {
  pass: "Yes (pass)",
  fail: "No (fail)",
  softfail: "Probably not (softfail)",
  neutral: "The record does not say (neutral)",
  none: "There is no SPF record (none)",
  permerror: "The record cannot be evaluated (permerror)",
};

const OUTCOMES = {
  match: "matches",
  "no-match": "does not match",
  followed: "looked into",
  permerror: "error",
  temperror: "no answer",
} as const;

function blocklistsOf({ ip, domain, addressLists, domainLists }: BounceEvidence["sender"]) {
  const addresses =
    ip === null || !addressLists.ok
      ? []
      : [{ address: ip, role: "bounce" as const, via: null, provider: null, rows: addressLists.value }];
  const rows = domainLists.ok ? domainLists.value : [];
  if (addresses.length === 0 && rows.length === 0) return null;
  const blocklists = { addresses: { ok: true, value: addresses }, domain: rows } as const;
  return drawBlocklists({
    domain: domain ?? "",
    evidence: { blocklists: { ok: true, value: blocklists } },
    findings: [],
  });
}
