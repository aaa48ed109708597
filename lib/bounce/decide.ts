import type { DeliveryFailure, Reply } from "./failure.ts";
import { recogniseProvider } from "./provider.ts";
import type { Statement } from "./rule-condition.ts";
import { matchCode, matchText, type RuleMatch } from "./rulebook.ts";

/** What a decision rests on: a reply, a sentence for people, or the Status field. */
export type Ground = "reply" | "notice" | "status-field";

export interface Decision {
  readonly match: RuleMatch;
  readonly statement: Statement;
  /** The line as the reader gave it, to find it again in the report. */
  readonly line: string;
  readonly ground: Ground;
}

/**
 * Finds the rule that answers. The innermost reply is asked first, words before codes; a sentence for people and the
 * Status field speak only where no reply said anything definite; weak words, weak codes and reply classes come last.
 */
export const decide = (failure: DeliveryFailure): Decision | null => {
  const replies = failure.replies.map(reply => spokenBy(reply, failure));
  const notice = failure.notice === null ? null : spokenInNotice(failure.notice, failure);
  const status = failure.statusField === null ? null : spokenInStatusField(failure.statusField, failure);
  const texts = replies.map(byText);
  const statuses = replies.map(byStatus);
  const wrapper = replies
    .flatMap((_, depth) => (depth === 0 ? [] : [texts[depth], statuses[depth]]))
    .find(found => found?.match.rule.overInner);
  if (wrapper) return wrapper;
  const firmReply = texts
    .map((found, depth) => firm(found) ?? firm(statuses[depth]))
    .find(found => found !== null);
  if (firmReply) return firmReply;
  const told = notice && byText(notice);
  const filed = status && byStatus(status);
  return (
    firm(told) ??
    firm(filed) ??
    texts.find(found => found !== null) ??
    told ??
    statuses.find(found => found !== null) ??
    filed ??
    replies.map(byClass).find(found => found !== null) ??
    null
  );
};

/** Below this a rule only shifts the odds, and something firmer further out is believed instead. */
export const FIRM = 0.6;

interface Spoken {
  readonly statement: Statement;
  readonly line: string;
  readonly ground: Ground;
}

const firm = (decision: Decision | null | undefined): Decision | null =>
  decision && decision.match.rule.probability >= FIRM ? decision : null;

const decision = (spoken: Spoken, match: RuleMatch | null): Decision | null => match && { ...spoken, match };
/**
 * The rule for the words; where only weak ones match, for the words without the names among them: "mailbox
 * jane.doe@example.com is restricted" says what "mailbox is restricted" says, and the dots of "IP 192.0.2.1 is closed"
 * and "attachments of type .iso are refused" end no sentence.
 */
const byText = (spoken: Spoken): Decision | null => {
  const found = matchText(spoken.statement);
  if (found !== null && found.rule.probability >= FIRM) return decision(spoken, found);
  const text = withoutNames(spoken.statement.text);
  const bare = text === spoken.statement.text ? null : matchText({ ...spoken.statement, text });
  return decision(
    spoken,
    bare !== null && bare.rule.probability >= FIRM
      ? { ...bare, words: bare.words?.replaceAll(INNER_DOT, ".") ?? null }
      : found,
  );
};

const INNER_DOT = "\u00b7";

const withoutNames = (text: string): string =>
  text
    .replaceAll(/[<("'[]{0,2}[^\s<>()"'[\],;:@]{1,64}@[^\s<>()"'[\],;:@]{1,120}[>)"'\]]{0,2}:? ?/g, "")
    .replaceAll(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, ip => ip.replaceAll(".", INNER_DOT))
    .replaceAll(/(?<=[\s("'])\.(?=[a-z])/gi, INNER_DOT);

const byStatus = (spoken: Spoken): Decision | null =>
  decision(spoken, matchCode(spoken.statement, "enhanced-status"));
const byClass = (spoken: Spoken): Decision | null =>
  decision(spoken, matchCode(spoken.statement, "smtp-class"));

/** Bounds the work per reply; no mail system explains itself at greater length. */
const MAX_TEXT = 4000;

const plain = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[‘’ʼ´`]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .trim();

const spokenBy = (reply: Reply, failure: DeliveryFailure): Spoken => ({
  ground: "reply",
  line: reply.text,
  statement: {
    code: reply.code,
    enhanced: reply.enhanced ?? statusIn(reply.text),
    text: plain(reply.text),
    stage: reply.stage,
    provider: recogniseProvider(reply, failure),
  },
});

const spokenInNotice = (notice: string, failure: DeliveryFailure): Spoken => ({
  ground: "notice",
  line: notice,
  statement: {
    code: null,
    enhanced: failure.replies[0]?.enhanced ?? failure.statusField,
    text: plain(notice),
    stage: null,
    provider: null,
  },
});

const spokenInStatusField = (field: string, failure: DeliveryFailure): Spoken => ({
  ground: "status-field",
  line: field,
  statement: {
    code: null,
    enhanced: statusIn(field),
    text: "",
    stage: null,
    provider: failure.replies[0] ? recogniseProvider(failure.replies[0], failure) : null,
  },
});

/** "#5.1.1" or "5.1.1" that is no part of an address or a version. */
const statusIn = (text: string): string | null =>
  /(?:^|[^\d.]|\b\d{3}[-.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(text.slice(0, 200))?.[1] ?? null;
