import { isDirectoryRefusal } from "#lib/bounce/advice/advice.ts";
import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import type { RankedCause } from "#lib/bounce/classification.ts";
import { canBeRankedAgain, rankAgain } from "#lib/bounce/rank-again.ts";
import { type Reason, type ReasonCode, reason } from "#lib/bounce/reasons.ts";
import { withCauses } from "#lib/bounce/with-causes.ts";
import type { BounceEvidence } from "./evidence.ts";
import { type Fact, reasonsIn, unknownFact } from "./facts.ts";
import { hostingFacts, zoneFacts } from "./hosting-facts.ts";
import { originFacts } from "./origin-facts.ts";
import { domainOf } from "./questions.ts";
import { rankWithEvidence } from "./rank-with-evidence.ts";
import { isMicrosoft, refuserOf } from "./refuser.ts";
import { routeFacts } from "./route-facts.ts";
import { senderFacts } from "./sender-facts.ts";
import { type Statement, statementReason } from "./statements.ts";
import { type TypingSlip, typingSlips } from "./typing-slips.ts";

/** A report with what DNS and people say about it. */
export interface JoinedReport {
  /** The causes ranked anew, and every answer that hangs on them. */
  readonly report: BounceReport;
  /** What is known about each failure, in the order of the report. */
  readonly failures: readonly JoinedFailure[];
}

export interface JoinedFailure {
  readonly failure: ReportedFailure;
  /** Everything that was asked, with what was found or why it is not known. */
  readonly facts: readonly Fact[];
  /** Codes of the facts that moved a cause of this failure. All others have nothing to do with it. */
  readonly moved: ReadonlySet<ReasonCode>;
  readonly slips: readonly TypingSlip[];
  /**
   * Microsoft's directory refusal (550 5.4.1) would call the address dead, but it is not known whether the server that
   * refused takes the domain's mail today. One that does not says nothing about the address: it is not called dead.
   */
  readonly isWayUnchecked: boolean;
}

/**
 * Joins a report with evidence and statements. Pure: stored evidence can be joined anew when the tables are better.
 * Without evidence the causes stay as they are.
 */
export function joinEvidence(
  report: BounceReport,
  { evidence, statements }: { evidence: BounceEvidence | null; statements: readonly Statement[] },
): JoinedReport {
  const failures = report.failures.map(failure => {
    const slips = typingSlips(failure, report);
    const facts = evidence === null ? [] : factsOf(failure, report, evidence);
    const reasons = [...slips.flatMap(slipReason), ...statements.map(statementReason), ...reasonsIn(facts)];
    const judged = judgedAgain(failure, reasons, report);
    const isWayUnchecked = hangsOnWay(judged) && !facts.some(one => one.topic === "route" && "found" in one);
    return {
      failure: isWayUnchecked ? { ...judged, addressDead: "unknown" as const } : judged,
      facts,
      moved: movedBy(judged.causes, reasons),
      slips,
      isWayUnchecked,
    };
  });
  return { report: { ...report, failures: failures.map(({ failure }) => failure) }, failures };
}

const hangsOnWay = (failure: ReportedFailure): boolean =>
  failure.addressDead === "yes" && isDirectoryRefusal(failure);

function factsOf(failure: ReportedFailure, report: BounceReport, evidence: BounceEvidence): readonly Fact[] {
  const refuser = refuserOf(failure);
  const domain = domainOf(failure.recipient);
  const recipient = evidence.recipients.find(one => one.domain === domain);
  const at = new Date(failure.microsoftSession?.time ?? evidence.gatheredAt);
  return [
    ...(recipient === undefined
      ? domain === null
        ? []
        : [unknownFact("route", "too-many-domains")]
      : [
          ...routeFacts(recipient, refuser),
          ...(isMicrosoft(refuser.provider) ? hostingFacts(recipient) : []),
          ...zoneFacts(recipient, at),
        ]),
    ...senderFacts(evidence.sender),
    ...originFacts(report, evidence.sender),
  ];
}

/** The domain that was meant speaks for a slip; a slip within the local part is in the report's own evidence. */
const slipReason = (slip: TypingSlip): readonly Reason[] =>
  slip.kind === "domain" ? [reason("free-mail-typo", { meant: slip.meant })] : [];

function judgedAgain(
  failure: ReportedFailure,
  evidence: readonly Reason[],
  report: BounceReport,
): ReportedFailure {
  if (evidence.length === 0 || failure.causes.length === 0) return failure;
  if (canBeRankedAgain(failure)) {
    // Its table knows the address, its directory and its route; whether the domain is there at all is for the other.
    const again = rankAgain(failure, {
      evidence,
      without: hintsReplacedBy(evidence),
      message: report.message,
    });
    const gone = evidence.filter(({ code }) => saysNoMail(code));
    return gone.length === 0 ? again : rankedAnew(again, rankWithEvidence(again, gone), report);
  }
  return rankedAnew(failure, rankWithEvidence(failure, evidence), report);
}

/** A comparison with today's MX record says better what the name of the entrance only hints at. */
export const hintsReplacedBy = (evidence: readonly Reason[]): readonly ReasonCode[] =>
  evidence.some(({ code }) => COMPARISONS.has(code)) ? ["tenant-label-differs"] : [];

const COMPARISONS: ReadonlySet<ReasonCode> = new Set([
  "mx-is-remote",
  "mx-is-microsoft",
  "mx-is-not-microsoft",
  "mx-other-entrance",
  "mx-is-gateway",
  "gateway-bypassed",
  "own-server-in-front",
]);

/** Whether a fact says that no server takes mail for the domain at all. */
export const saysNoMail = (code: ReasonCode): boolean => ABOUT_DOMAIN.has(code);

const ABOUT_DOMAIN: ReadonlySet<ReasonCode> = new Set([
  "domain-does-not-exist",
  "domain-takes-no-mail",
  "domain-has-no-server",
]);

/** Only another first cause means other answers; else the advice given for the reply itself stays. */
function rankedAnew(
  failure: ReportedFailure,
  causes: readonly RankedCause[],
  { message }: BounceReport,
): ReportedFailure {
  if (causes[0]?.cause === failure.causes[0]?.cause) return { ...failure, causes };
  const senderDomain = domainOf(message.from ?? message.mailFrom);
  return withCauses(failure, causes, { senderDomain, sendingIp: message.sendingIp });
}

function movedBy(causes: readonly RankedCause[], evidence: readonly Reason[]): ReadonlySet<ReasonCode> {
  const shown = new Set(causes.flatMap(cause => [...cause.for, ...cause.against].map(({ code }) => code)));
  return new Set(evidence.map(({ code }) => code).filter(code => shown.has(code)));
}
