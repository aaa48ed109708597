import { parseDeliveryStatus } from "../delivery-status.ts";
import type { BounceReading, DeliveryFailure, QuotedMessage } from "../failure.ts";
import { languageOf } from "../language.ts";
import type { Headers } from "../mime/headers.ts";
import { forgerySigns } from "../original/forgery.ts";
import { quotedMessage } from "../original/quoted-message.ts";
import { sendingIpIn } from "../original/sending-ip.ts";
import type { BounceEvent } from "../vocabulary.ts";
import { findAddresses, firstAddress, sameAddress } from "../words/addresses.ts";
import { HOST_SOURCE } from "../words/hosts.ts";
import type { DeliveryReport, ProseFailure } from "./delivery-report.ts";
import { cleanReply } from "../replies/clean-reply.ts";
import { readReply } from "../replies/read-reply.ts";
import { hostOf, ipOf, withSignedHosts } from "../replies/peer.ts";
import { mergeStatus } from "./merge-status.ts";
import { isHelpdesk } from "./recipient-heads.ts";
import { isSentByMailSystem, reportsFailure } from "./other-mail.ts";
import { readerFor } from "./registry.ts";
import { eventInWords } from "./report-event.ts";
import { dialogueEnvelope } from "./smtp-dialogue.ts";

export interface ReportSource {
  /** Of the mail that brings the report; empty for pasted text. */
  readonly headers: Headers;
  readonly prose: string;
  /** The text with the fields of RFC 3464, wherever it was found; empty where there is none. */
  readonly statusText: string;
  readonly original: Headers;
  /** Everything together, what spans refer to. */
  readonly text: string;
}

/** Reads a delivery report. No failure and event "not_a_bounce": nothing in it tells of one. */
export function readReport(source: ReportSource): BounceReading {
  const status = source.statusText === "" ? null : parseDeliveryStatus(source.statusText);
  const report: DeliveryReport = {
    headers: source.headers,
    prose: source.prose,
    status,
    original: source.original,
  };
  const reader = readerFor(report);
  const words = reader.read(report);
  const said = eventInWords(source.headers.get("subject") ?? "", source.prose);
  const found =
    status !== null && status.recipients.length > 0
      ? mergeStatus(status, words, said)
      : words.map(failure => fromWords(failure, status?.reportingMta ?? reportingHost(source.prose), said));
  const subject = source.headers.get("subject") ?? "";
  const told = found.length === 0 && status === null && said === null && tellsOfFailure(source);
  const named = completeRecipients(told ? [NOTHING_SAID] : found, source);
  const failures = withNotice(withSubject(named, subject), source.prose);
  const event = overallEvent(failures, said);
  const message = messageOf(report, failures);
  return {
    event,
    format: formatName(reader.format, report, source.text),
    language: languageOf(source.prose),
    failures: event === "failed" || event === "delayed" ? failures : [],
    message,
    forgery: forgerySigns({
      original: source.original,
      mailFrom: message.mailFrom,
      reportingMta: failures[0]?.reportingMta ?? null,
    }),
    text: source.text,
  };
}

/** A mail system says that a mail failed, in a form that nobody here knows: then its words are all there is. */
const tellsOfFailure = ({ headers, prose }: ReportSource): boolean =>
  isSentByMailSystem(headers) && reportsFailure(`${headers.get("subject") ?? ""}\n${prose}`);

function fromWords(
  failure: ProseFailure,
  reportingMta: string | null,
  said: BounceEvent | null,
): DeliveryFailure {
  const replies = withSignedHosts(failure.replies);
  const remoteMta = hostOf(replies);
  return {
    recipient: failure.recipient,
    originalRecipient: failure.originalRecipient,
    event: said === "delayed" ? "delayed" : "failed",
    replies,
    statusField: null,
    reportingMta,
    remoteMta,
    remoteIp: ipOf(replies, remoteMta),
    notice: failure.notice,
  };
}

const ARRIVED: ReadonlySet<BounceEvent> = new Set<BounceEvent>(["delivered", "relayed"]);

/** What the report tells as a whole: the worst that happened to any recipient. */
function overallEvent(failures: readonly DeliveryFailure[], said: BounceEvent | null): BounceEvent {
  const open = failures.filter(failure => !ARRIVED.has(failure.event));
  if (open.length === 0)
    return failures.some(failure => failure.event === "delivered")
      ? "delivered"
      : (failures[0]?.event ?? said ?? "not_a_bounce");
  const onlyInWords = open.every(failure => failure.statusField === null && !hasCode(failure));
  if (onlyInWords && said !== null && ARRIVED.has(said)) return said;
  return open.every(failure => failure.event === "delayed") ? "delayed" : "failed";
}

const hasCode = (failure: DeliveryFailure): boolean =>
  failure.replies.some(reply => reply.code !== null || reply.enhanced !== null);

/** The subject is believed last of all: only where nothing else holds a code. */
function withSubject(failures: readonly DeliveryFailure[], subject: string): readonly DeliveryFailure[] {
  if (failures.some(failure => failure.statusField !== null || hasCode(failure))) return failures;
  const replies = readReply(subject).filter(reply => reply.code !== null || reply.enhanced !== null);
  if (replies.length === 0) return failures;
  const [only = NOTHING_SAID] = failures;
  return failures.length > 1
    ? failures
    : [{ ...only, recipient: only.recipient ?? firstAddress(subject), replies }];
}

const NOTHING_SAID: DeliveryFailure = {
  recipient: null,
  originalRecipient: null,
  event: "failed",
  replies: [],
  statusField: null,
  reportingMta: null,
  remoteMta: null,
  remoteIp: null,
  notice: null,
};

/** Where no reply is quoted, everything that the report says to people may tell the reason. */
function withNotice(failures: readonly DeliveryFailure[], prose: string): readonly DeliveryFailure[] {
  if (failures.some(hasCode)) return failures;
  const notice = cleanReply(prose.slice(0, LONGEST_NOTICE));
  return failures.map(failure => ({ ...failure, notice: notice === "" ? failure.notice : notice }));
}

const LONGEST_NOTICE = 1000;

/** A recipient that the report does not name may stand in its header or be the only one of the returned mail. */
function completeRecipients(
  failures: readonly DeliveryFailure[],
  source: ReportSource,
): readonly DeliveryFailure[] {
  const unnamed = failures.filter(failure => failure.recipient === null);
  if (unnamed.length === 0) return failures;
  const listed = findAddresses(source.headers.raw("x-failed-recipients") ?? "");
  const addressed = findAddresses(source.original.all("to").join(", ").slice(0, 2000));
  const recipient =
    listed[0]?.address ?? onlyOne(addressed.map(found => found.address)) ?? onlyOne(addressesInWords(source));
  return failures.map(failure => (failure.recipient === null ? { ...failure, recipient } : failure));
}

const onlyOne = (addresses: readonly string[]): string | null => {
  const different = new Set(addresses.map(address => address.toLowerCase()));
  return different.size === 1 ? (addresses[0] ?? null) : null;
};

/** Addresses that the words name, without those of the two sides of the report itself. */
const addressesInWords = ({ headers, prose, original }: ReportSource): readonly string[] => {
  const sides = ["to", "from", "reply-to"].flatMap(name => [
    headers.get(name) ?? "",
    original.get(name) ?? "",
  ]);
  const known = new Set(sides.flatMap(side => findAddresses(side)).map(found => found.address.toLowerCase()));
  return findAddresses(prose.slice(0, 5000))
    .map(found => found.address)
    .filter(address => !known.has(address.toLowerCase()) && !isHelpdesk(address));
};

function messageOf(report: DeliveryReport, failures: readonly DeliveryFailure[]): QuotedMessage {
  const quoted = quotedMessage(report.original);
  const dialogue = dialogueEnvelope(report.prose);
  const addressee = isSentByMailSystem(report.headers) ? firstAddress(report.headers.get("to") ?? "") : null;
  const named = failures.some(failure => sameAddress(failure.recipient, addressee));
  return {
    ...quoted,
    // Reports go to the envelope sender (RFC 5321 4.5.5, RFC 3464 2.1).
    mailFrom: quoted.mailFrom ?? report.status?.sender ?? dialogue.mailFrom ?? (named ? null : addressee),
    sendingIp: sendingIpIn(failures) ?? quoted.sendingIp,
    helo: quoted.helo ?? dialogue.helo,
    subject: quoted.subject ?? subjectInWords(report.prose),
  };
}

/** Reports repeat the subject of the mail; their own subject tells of a failure. */
function subjectInWords(prose: string): string | null {
  for (const match of prose.slice(0, 20_000).matchAll(SUBJECT)) {
    const subject = match[1]?.trim() ?? "";
    if (subject !== "" && !reportsFailure(subject)) return subject;
  }
  return null;
}

const SUBJECT =
  /(?:^|\n)[ \t]{0,12}(?:Subject|The message subject was|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Ämne|件名)[ \t]{0,2}:[ \t]{0,12}([^\n]{1,500})/gi;

/** The host that wrote the report, as it introduces itself. */
const reportingHost = (prose: string): string | null => REPORTER.exec(prose)?.[1] ?? null;

const REPORTER = new RegExp(
  `(?:mail system at host|Postfix program at host|qmail-send program at|mail server on|notification from|DSN generated by:|Generating server:|Generierender Server:|Serveur de génération ?:|Servidor (?:de )?generador?:|Server di generazione:|Servidor (?:de geração|gerador):|Genererende server:|Genererande server:|生成サーバー:|MAILER-DAEMON on|delivery agent at)\\s{0,6}(${HOST_SOURCE})`,
  "i",
);

/** What by shape alone is read is named after what it is: a code, one line, a machine-readable report, or text. */
function formatName(format: string, report: DeliveryReport, text: string): string {
  if (format !== "text") return format;
  if (report.status !== null) return "dsn";
  const bare = text.trim();
  if (
    /^\W{0,9}(?:(?:smtp )?(?:error|code|status)\W{0,4})?(?:[245]\d\d)?[ -]?#?(?:[245]\.\d{1,3}\.\d{1,3})?\W{0,9}$/i.test(
      bare,
    )
  )
    return "code";
  return bare.includes("\n") ? "text" : "smtp-line";
}
