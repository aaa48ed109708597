import type { Reply } from "../failure.ts";
import { cleanReply } from "../replies/clean-reply.ts";
import { findReplies, type FoundReply } from "../replies/find-replies.ts";
import { speakerIn } from "../replies/speaker.ts";
import { stageImplied, stageNamed } from "../replies/stage.ts";
import type { ProseFailure } from "./delivery-report.ts";
import { findRecipientHeads, type RecipientHead, recipientInReply } from "./recipient-heads.ts";

/**
 * Reads words that go through recipients one by one: each head, then what was said about it. Replies after a list of
 * recipients belong to those they name, or to all.
 */
export function readSections(text: string): readonly ProseFailure[] {
  const replies = findReplies(text);
  const heads = findRecipientHeads(text, replies);
  if (heads.length === 0) return withoutHeads(text, replies);
  const sections = heads.map((head, index) =>
    sectionOf(text, replies, head, heads[index + 1]?.start ?? text.length),
  );
  return mergeSections(shareReplies(sections, replies));
}

interface Section {
  readonly head: RecipientHead;
  readonly replies: readonly FoundReply[];
  readonly words: string;
}

const sectionOf = (
  text: string,
  replies: readonly FoundReply[],
  head: RecipientHead,
  end: number,
): Section => ({
  head,
  replies: replies.filter(reply => reply.start >= head.end && reply.start < end),
  words: text.slice(head.end, end),
});

/** Recipients listed first, replies after: a section without replies takes those that name it, else the shared ones. */
function shareReplies(sections: readonly Section[], all: readonly FoundReply[]): readonly Section[] {
  if (all.length === 0) return sections;
  const transcript = sections.every(section => section.replies.length === 0)
    ? all
    : (sections.at(-1)?.replies ?? []);
  const recipients = new Set(sections.map(section => section.head.recipient.toLowerCase()));
  const names = new Map(all.map(reply => [reply, recipientsNamed(reply)]));
  const naming = Map.groupBy(
    all.flatMap(reply => (names.get(reply) ?? []).map(name => ({ name, reply }))),
    ({ name }) => name,
  );
  return sections.map(section => {
    const recipient = section.head.recipient.toLowerCase();
    const isForAnother = (reply: FoundReply): boolean =>
      names.get(reply)?.some(name => name !== recipient && recipients.has(name)) === true;
    const own = section.replies.filter(reply => !isForAnother(reply));
    const addressed = naming.get(recipient)?.map(({ reply }) => reply) ?? [];
    if (own.length > 0) return { ...section, replies: [...new Set([...own, ...addressed])] };
    if (addressed.length > 0) return { ...section, replies: addressed };
    const local = transcript !== all && localReason(section.words) !== null;
    return local ? section : { ...section, replies: transcript.filter(reply => !isForAnother(reply)) };
  });
}

const recipientsNamed = (reply: FoundReply): readonly string[] =>
  reply.chain.flatMap(({ text }) => recipientInReply(text)?.toLowerCase() ?? []);

/** The same recipient may be named in several places; what is said there is put together. */
function mergeSections(sections: readonly Section[]): readonly ProseFailure[] {
  const byRecipient = new Map<string, Section[]>();
  for (const section of sections) {
    const key = section.head.recipient.toLowerCase();
    const same = byRecipient.get(key);
    if (same) same.push(section);
    else byRecipient.set(key, [section]);
  }
  const failures = [...byRecipient.values()].map(toFailure);
  const answered = failures.filter(failure => failure.replies.length > 0);
  return answered.length > 0 ? answered : failures;
}

function toFailure(sections: readonly Section[]): ProseFailure {
  const replies = orderReplies(sections.flatMap(section => section.replies));
  const reason = sections.map(section => localReason(section.words)).find(found => found !== null) ?? null;
  const local = replies.length === 0 && reason !== null ? [reason] : replies;
  return {
    recipient: sections[0]?.head.recipient ?? null,
    originalRecipient:
      sections.map(section => section.head.original).find(original => original !== null) ?? null,
    replies: local,
    notice: replies.length === 0 ? (reason?.text ?? null) : null,
  };
}

function withoutHeads(text: string, replies: readonly FoundReply[]): readonly ProseFailure[] {
  const [first] = replies;
  if (first === undefined) return [];
  const byRecipient = new Map<string, FoundReply[]>();
  for (const reply of replies) {
    const named = reply.chain.map(level => recipientInReply(level.text)).find(found => found !== null) ?? "";
    const same = byRecipient.get(named.toLowerCase());
    if (same) same.push(reply);
    else byRecipient.set(named.toLowerCase(), [reply]);
  }
  const anonymous = byRecipient.get("") ?? [];
  const named = [...byRecipient].filter(([recipient]) => recipient !== "");
  if (named.length === 0)
    return [
      {
        recipient: recipientAfterCommand(text),
        originalRecipient: null,
        replies: orderReplies(anonymous),
        notice: null,
      },
    ];
  return named.map(([recipient, own]) => ({
    recipient:
      own
        .flatMap(reply => reply.chain)
        .map(level => recipientInReply(level.text))
        .find(found => found !== null) ?? recipient,
    originalRecipient: null,
    replies: orderReplies(named.length === 1 ? replies : own),
    notice: null,
  }));
}

const recipientAfterCommand = (text: string): string | null =>
  /RCPT TO:\s{0,2}<([^<>\s]{3,320})>/i.exec(text.slice(0, 50_000))?.[1] ?? null;

/** Innermost first; replies that only follow from an earlier one ("503 Need RCPT") last; each said once. */
export function orderReplies(found: readonly FoundReply[]): readonly Reply[] {
  const replies: Reply[] = [];
  for (const reply of found.slice(0, MOST_REPLIES).flatMap(({ chain }) => chain)) {
    const known = replies.findIndex(other => saysTheSame(other, reply));
    if (known === -1) replies.push(reply);
    else replies[known] = completed(replies[known] ?? reply, reply);
  }
  return [...replies.filter(reply => !followsFromOthers(reply)), ...replies.filter(followsFromOthers)];
}

/** More than anybody quotes about one recipient. */
const MOST_REPLIES = 40;

/** Whether one reply repeats the other, perhaps shortened. */
export function saysTheSame(left: Reply, right: Reply): boolean {
  if (left.code !== right.code && left.code !== null && right.code !== null) return false;
  if (left.enhanced !== right.enhanced && left.enhanced !== null && right.enhanced !== null) return false;
  const [one, other] = [bare(left.text), bare(right.text)];
  return one.includes(other) || other.includes(one);
}

const bare = (text: string): string =>
  text
    .replace(/^(?:[45]\d\d[ -]?)?#?(?:[45]\.\d{1,3}\.\d{1,3})?/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, 200);

/** The fuller of two tellings of one reply. */
export const completed = (left: Reply, right: Reply): Reply => ({
  code: left.code ?? right.code,
  enhanced: left.enhanced ?? right.enhanced,
  text: right.text.length > left.text.length && left.code === right.code ? right.text : left.text,
  host: left.host ?? right.host,
  ip: left.ip ?? right.ip,
  stage: left.stage ?? right.stage,
});

/** A reply without words, or one that only says that an earlier one left nothing to do. */
const followsFromOthers = ({ text }: Reply): boolean => {
  const words = text.replace(/^(?:[45]\d\d[ -]?)?(?:[45]\.\d{1,3}\.\d{1,3} ?)?\W{0,20}/, "");
  return words === "" || CONSEQUENCE.test(words);
};

const CONSEQUENCE =
  /^(?:(?:need|needs|send|missing|no) (?:rcpt|mail|valid recipients?|recipients)\b|service unavailable\W{0,9}$|bad sequence of commands|all recipient addresses rejected|error: .{0,20}need rcpt|message (?:delayed|expired)|queue\.expired)|no valid recipients/i;

/** What a mail system says in place of a reply: "unknown user: ...", "Host or domain name not found". */
export function localReason(words: string): Reply | null {
  const section = words.replace(AFTER_HEAD, "").replace(HEADINGS, "").replace(REASON_HEADING, "");
  const stop = section.search(/\n[ \t]{0,80}\n|\n-{3,99}|\s-{4,99}|\n[-\w]{3,40}: /);
  const text = cleanReply((stop === -1 ? section : section.slice(0, stop)).slice(0, 600));
  if (!/\p{L}{3}/u.test(text) || /^(?:Content-|MIME-Version|Received:|Subject:|This is a copy)/i.test(text))
    return null;
  const speaker = speakerIn(text);
  return { code: null, enhanced: null, text, ...speaker, stage: stageNamed(text) ?? stageImplied(text) };
}

/** The closing bracket of an address, a note in parentheses, the colon. */
const AFTER_HEAD = /^["'>)\]]{0,3}(?:\s{0,12}\([^()\n]{0,200}\))?:?\s*/;

/** "because:", "Grund:", "pour la raison suivante :" on a line of its own announces the reason below. */
const REASON_HEADING = /^[^\n:：<>@]{2,60}[:：][ \t]{0,20}\n\s*/;

/** "----- Transcript of session follows -----" and the dots of sendmail before the reason. */
const HEADINGS = /^(?:\s{0,20}-{3,99}[^\n-]{0,100}(?:-{3,99}|\n|$)|\s|\.{3})+/;
