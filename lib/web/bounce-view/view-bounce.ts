import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import type { RankedCause } from "#lib/bounce/classification.ts";
import { providerName } from "#lib/bounce/provider.ts";
import { sayCauseOf } from "#lib/bounce/say-cause-of.ts";
import type { Party } from "#lib/bounce/vocabulary.ts";
import { wordReason } from "#lib/bounce/wording.ts";
import { verdictOf, verdictSentence } from "#lib/scan/verdict.ts";
import type { BounceView as StoredView } from "#lib/services/bounces/get.ts";
import { type JoinedReport, joinEvidence } from "#lib/triage/join-evidence.ts";
import { STATEMENTS, type Statement } from "#lib/triage/statements.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { utcMinute } from "../utc-words.ts";
import { viewAdminMessages } from "./admin-messages.ts";
import { viewAdvice } from "./advice-steps.ts";
import { answersFor } from "./answers.ts";
import type {
  BounceView,
  CauseView,
  DecodedMessage,
  LinkedScan,
  RefusalView,
  SupportView,
} from "./bounce-view.ts";
import { viewEvent } from "./event-words.ts";
import { viewFacts } from "./fact-words.ts";
import { type FailureGroup, groupFailures, spreadOf } from "./group-failures.ts";
import { viewMailPath } from "./mail-path.ts";
import { REMOVED_WORDS } from "./removed-words.ts";
import { viewRemedy, viewSender } from "./sender-evidence.ts";
import { sentence } from "./sentence.ts";
import { viewTyping } from "./slip-words.ts";
import { STATEMENT_WORDS } from "./statement-words.ts";
import { verdictWords } from "./verdict-words.ts";

export interface ViewOptions {
  readonly now: Date;
  /** A link to the report, for the message to the administrator. */
  readonly link?: string;
}

/** Joins a stored bounce with its evidence and puts it into the words and pictures of a page. Pure. */
export function viewBounce(bounce: StoredView, { now, link }: ViewOptions): BounceView {
  const { triage } = bounce;
  const joined = joinEvidence(triage.report, triage);
  const groups = groupFailures(joined.failures);
  const view = (group: FailureGroup, at: number): RefusalView => ({
    ...viewRefusal(group, bounce, { id: `refusal-${at + 1}`, now }),
    // Without the people in it, the message would name nobody.
    messages:
      triage.removed.length > 0
        ? []
        : viewAdminMessages(group.first.failure, triage.report, {
            link: link ?? null,
            fileFor: language => `/bounces/${bounce.id}/message.txt?refusal=${at + 1}&language=${language}`,
          }),
  });
  return {
    sample: triage.sample,
    refusals: groups.map(view),
    spread: spreadOf(groups),
    event: groups.length > 0 ? null : viewEvent(triage.report.event),
    gatheredAt: groups.length > 0 ? (triage.evidence?.gatheredAt ?? null) : null,
    sender: triage.evidence === null || groups.length === 0 ? null : viewSender(triage.evidence),
    scans: viewScans(bounce),
    message: triage.removed.length > 0 ? null : viewMessage(joined),
    removed: triage.removed.map(removal => REMOVED_WORDS[removal]),
  };
}

function viewRefusal(
  { first, recipients }: FailureGroup,
  { triage, mine }: StoredView,
  { id, now }: { readonly id: string; readonly now: Date },
): Omit<RefusalView, "messages"> {
  const { failure, facts, moved, isWayUnchecked } = first;
  const senderDomain = triage.evidence?.sender.domain ?? null;
  const aboutSpf = failure.causes[0] !== undefined && SPF_CAUSES.has(failure.causes[0].cause);
  return {
    id,
    recipients,
    verdict: verdictWords({ failure, count: recipients.length, facts, isWayUnchecked, senderDomain }),
    answers: answersFor(first),
    facts: factsLine(failure),
    path: viewMailPath(failure, triage.report),
    causes: failure.causes.map(cause => viewCause(cause, failure)),
    ruledOut: failure.ruledOut.map(({ cause, because }) => ({
      title: CAUSE_TITLES[cause],
      because: sentence(wordReason(because)),
    })),
    checks: viewFacts(facts, moved),
    typing: viewTyping(first),
    advice: viewAdvice(failure.advice),
    acts: ACTS[failure.party],
    remedy: triage.evidence === null ? null : viewRemedy(triage.evidence, aboutSpf),
    support: viewSupport(failure, now),
    questions: mine ? viewQuestions(failure, triage.statements) : [],
  };
}

const ACTS: Readonly<Record<Party, RefusalView["acts"]>> = {
  sender: "sender",
  sender_admin: "senderAdmin",
  recipient: "sender",
  recipient_admin: "recipientAdmin",
  provider: null,
};

/** Causes that a better SPF record ends. */
const SPF_CAUSES: ReadonlySet<string> = new Set([
  "spf_failure",
  "authentication_multiple",
  "authentication_required_bulk",
  "dmarc_failure",
]);

function viewCause(
  { cause, probability, for: pro, against }: RankedCause,
  failure: ReportedFailure,
): CauseView {
  return {
    title: sayCauseOf(cause, failure),
    probability,
    for: pro.map(reason => sentence(wordReason(reason))),
    against: against.map(reason => sentence(wordReason(reason))),
  };
}

function factsLine({ replyCode, enhancedStatus, provider, stage }: ReportedFailure): readonly string[] {
  const code = [replyCode, enhancedStatus].filter(part => part !== null).join(" ");
  return [
    ...(code === "" ? [] : [`SMTP ${code}`]),
    ...(provider === null ? [] : [providerName(provider)]),
    ...(stage === null ? [] : [`in reply to ${stage}`]),
  ];
}

/** What was true so long ago may have been put right since. */
const OLD_DAYS = 3;

function viewSupport({ microsoftSession }: ReportedFailure, now: Date): SupportView | null {
  if (microsoftSession === null) return null;
  const { host, time, id } = microsoftSession;
  const days = time === null ? 0 : Math.floor((now.getTime() - Date.parse(time)) / DAY_MS);
  return {
    lines: [
      { name: "Server", value: host },
      ...(time === null ? [] : [{ name: "Time", value: utcMinute(time) }]),
      ...(id === null ? [] : [{ name: "Session", value: id }]),
    ],
    warning:
      days > OLD_DAYS
        ? `This refusal is ${days} days old: what caused it may have changed since. Send a fresh mail to see.`
        : null,
  };
}

/** Only where the answer is open, and where people can know more. */
function viewQuestions(failure: ReportedFailure, stated: readonly Statement[]): RefusalView["questions"] {
  const isOpen = failure.causes.some(({ cause }) => OPEN_CAUSES.has(cause)) || stated.length > 0;
  if (!isOpen) return [];
  return STATEMENTS.map(id => ({ id, text: STATEMENT_WORDS[id], stated: stated.includes(id) }));
}

const OPEN_CAUSES: ReadonlySet<string> = new Set([
  "recipient_unknown",
  "recipient_not_in_edge_directory",
  "recipient_disabled",
  "forged_sender",
]);

function viewScans({ scans }: StoredView): readonly LinkedScan[] {
  const sides = [
    { whose: "yours", scan: scans.sender },
    ...scans.recipients.map(scan => ({ whose: "theirs", scan }) as const),
  ] as const;
  return sides.flatMap(({ whose, scan }) => {
    if (scan === null || scan.status === "failed") return [];
    const { id, domain, report } = scan;
    const result =
      report === null ? null : { letter: report.grade, sentence: verdictSentence(verdictOf(report), domain) };
    return [{ id, domain, whose, result }];
  });
}

function viewMessage({ report, failures }: JoinedReport): DecodedMessage {
  const { text, message } = report;
  const fields: readonly (readonly [string, string | null])[] = [
    ["From", message.from],
    ["Envelope from", message.mailFrom],
    ["To", message.to.length === 0 ? null : [...new Set(message.to)].join(", ")],
    ["Subject", message.subject],
    ["Date", message.date],
    ["Message-ID", message.messageId],
    ["Sent by", [message.helo, message.sendingIp].filter(part => part !== null).join(", ") || null],
    [
      "Signed by",
      message.dkim.map(({ domain, selector }) => `${domain} (selector ${selector})`).join(", ") || null,
    ],
  ];
  return {
    text,
    matched: apart(failures.flatMap(({ failure }) => failure.matched ?? [])),
    fields: fields.flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
  };
}

type Span = DecodedMessage["matched"][number];

/** Spans in order; of those that overlap the first. */
function apart(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  return sorted.filter((span, at) => sorted.slice(0, at).every(before => before.end <= span.start));
}

/** What a page that waits for evidence shows already: what was read, and no verdict. */
export function viewReading(report: BounceReport): Pick<RefusalView, "recipients" | "path"> | null {
  const [first] = groupFailures(joinEvidence(report, { evidence: null, statements: [] }).failures);
  return first === undefined
    ? null
    : { recipients: first.recipients, path: viewMailPath(first.first.failure, report) };
}
