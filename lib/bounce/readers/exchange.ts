import type { Reply } from "../failure.ts";
import { cleanReply } from "../replies/clean-reply.ts";
import { stageImplied } from "../replies/stage.ts";
import { findAddresses, firstAddress } from "../words/addresses.ts";
import { HOST_SOURCE } from "../words/hosts.ts";
import { between, defineReader } from "./define-reader.ts";
import type { ProseFailure } from "./delivery-report.ts";
import {
  DIAGNOSTICS,
  MARKS,
  NEXT_PART,
  ORIGINAL_HEADERS,
  RECIPIENT_LABEL,
  REJECTED_BY,
} from "./exchange-headings.ts";
import { readSections } from "./read-sections.ts";
import { findRecipientHeads } from "./recipient-heads.ts";

/**
 * Exchange and Microsoft 365, from HTML or pasted, in nine languages: the part for admins holds the reply, the part for
 * users sometimes only "HOST gave this error: ...".
 */
export const exchange = defineReader({
  format: "exchange-ndr",
  marks: MARKS,
  until: ORIGINAL_HEADERS,
  read: words => {
    const diagnostics = DIAGNOSTICS.test(words) ? between(words, DIAGNOSTICS, undefined) : "";
    const inDiagnostics = answered(readSections(diagnostics));
    const failures = inDiagnostics.length > 0 ? inDiagnostics : answered(readSections(words));
    const error = errorGiven(words);
    const rejectedBy = new RegExp(`${REJECTED_BY.source}(${HOST_SOURCE})`, "i").exec(words)?.[1] ?? null;
    const recipient = addressee(words, diagnostics);
    const notice = noticeFor(words);
    if (failures.length === 0) {
      return recipient === null && error === null && notice === null
        ? []
        : [{ recipient, originalRecipient: null, replies: error === null ? [] : [error], notice }];
    }
    return forAllNamed(failures, words).map(failure => ({
      ...failure,
      recipient: failure.recipient ?? recipient,
      notice: failure.notice ?? notice,
      replies: failure.replies.map((reply, depth) =>
        depth === 0 ? saidBy(reply, rejectedBy ?? error?.host ?? null) : reply,
      ),
    }));
  },
});

/** One reply for several recipients: "Your message couldn't be delivered to multiple recipients." */
function forAllNamed(failures: readonly ProseFailure[], words: string): readonly ProseFailure[] {
  const [only] = failures;
  if (only === undefined || failures.length > 1 || only.recipient !== null) return failures;
  const named = findRecipientHeads(words.split(DIAGNOSTICS)[0] ?? "", []).map(head => head.recipient);
  return named.length < 2 ? failures : [...new Set(named)].map(recipient => ({ ...only, recipient }));
}

const answered = (failures: readonly ProseFailure[]): readonly ProseFailure[] =>
  failures.filter(failure => failure.replies.some(reply => reply.code !== null || reply.enhanced !== null));

const saidBy = (reply: Reply, host: string | null): Reply =>
  reply.host === null ? { ...reply, host } : reply;

/** "mx.example.com gave this error: Recipient address rejected: Access denied", in any language: host, verb, colon. */
function errorGiven(words: string): Reply | null {
  const match = GAVE_ERROR.exec(words);
  if (match === null) return null;
  const text = cleanReply((match[2] ?? "").split(NEXT_PART)[0] ?? "");
  return text === ""
    ? null
    : { code: null, enhanced: null, text, host: match[1] ?? null, ip: null, stage: stageImplied(text) };
}

const GAVE_ERROR = new RegExp(
  `(?<![\\w@.-])(${HOST_SOURCE})\\.?[^\\n:.]{3,60}?(?:error|fehler|erreur|errore|erro|fout\\p{L}{0,8}|fel\\p{L}{0,10}|エラー)[^\\n:.]{0,40}:\\s{1,10}([^\\n]{3,500}(?:\\n[^\\n]{1,300}){0,3})`,
  "iu",
);

function addressee(words: string, diagnostics: string): string | null {
  const labelled = new RegExp(`${RECIPIENT_LABEL.source}([^\\n]{3,400})`, "i").exec(words)?.[1];
  return (
    (labelled === undefined ? null : firstAddress(labelled)) ??
    findAddresses(words.slice(0, 1500)).find(
      found => !/^(?:postmaster|mailer-daemon|microsoftexchange)/i.test(found.address),
    )?.address ??
    firstAddress(diagnostics)
  );
}

/** What the user part says: it decides where the part for admins leaves more than one cause open. */
function noticeFor(words: string): string | null {
  const text = cleanReply((words.split(NEXT_PART)[0] ?? "").slice(0, 600));
  return /\p{L}{3}/u.test(text) ? text : null;
}
