import type { Reply } from "../failure.ts";
import { cleanReply } from "./clean-reply.ts";
import { enclosureEnd } from "./enclosure.ts";
import { findReplyStarts, type ReplyStart } from "./reply-starts.ts";
import { hostOfTranscript, speakerAfter, speakerIn } from "./speaker.ts";
import { stageImplied, stageNamed } from "./stage.ts";
import { endOfReply } from "./terminators.ts";

/** A reply with all that it quotes in turn, innermost first, and where it stands. */
export interface FoundReply {
  readonly chain: readonly [Reply, ...Reply[]];
  readonly start: number;
  readonly end: number;
}

/**
 * Every SMTP reply in a text, in order, however it is quoted. A reply inside another one ("Remote server returned an
 * error -> 550 ...") belongs to the chain of the outer one.
 */
export function findReplies(text: string): readonly FoundReply[] {
  const starts = findReplyStarts(text);
  const found: FoundReply[] = [];
  let previousEnd = 0;
  for (let index = 0; index < starts.length; ) {
    const span = spanOf(text, starts, index);
    const chain = chainOf(text, span, previousEnd);
    if (chain !== null) found.push({ chain, start: span.start, end: span.end });
    previousEnd = span.end;
    index = span.next;
  }
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** The starts inside, that of the span itself first; each is an own reply. */
  readonly levels: readonly ReplyStart[];
  /** An enhanced code that stood later in the reply and belongs to it. */
  readonly lateStatus: string | null;
  /** Index of the first start after the span. */
  readonly next: number;
}

function spanOf(text: string, starts: readonly ReplyStart[], index: number): Span {
  const first = starts[index] ?? {
    start: 0,
    end: 0,
    code: null,
    enhanced: null,
    continued: false,
    quoted: false,
  };
  let end = enclosureEnd(text, first.start, first.end) ?? endOfReply(text, first.end);
  const levels: ReplyStart[] = [first];
  let lateStatus: string | null = null;
  let continued = first.continued;
  let next = index + 1;
  for (; next < starts.length; next += 1) {
    const start = starts[next];
    if (start === undefined || start.start >= end) break;
    const relation = relationOf(text, levels.at(-1) ?? first, start, continued);
    if (relation === "sibling") {
      end = Math.min(end, start.start);
      break;
    }
    if (relation === "continuation") continued = start.continued;
    if (relation === "status") lateStatus ??= start.enhanced;
    if (relation === "inner" && levels.length < MOST_LEVELS) {
      levels.push(start);
      continued = start.continued;
      end = Math.max(end, levels.length > 1 ? innerEnd(text, start, end) : end);
    }
  }
  return { start: first.start, end, levels, lateStatus, next };
}

/** A gateway quotes a gateway that quotes a server; more is an attack. */
const MOST_LEVELS = 6;

/** A quotation closes with its bracket; an inner reply without one ends with the outer. */
const innerEnd = (text: string, start: ReplyStart, outerEnd: number): number =>
  Math.min(enclosureEnd(text, start.start, start.end) ?? outerEnd, text.length);

function relationOf(
  text: string,
  outer: ReplyStart,
  start: ReplyStart,
  continued: boolean,
): "continuation" | "sibling" | "inner" | "status" | "none" {
  const sameCode = start.code !== null && start.code === outer.code;
  const sameStatus = start.enhanced === null || start.enhanced === outer.enhanced;
  if (continued && sameCode && sameStatus && (!start.quoted || start.enhanced !== null))
    return "continuation";
  if (SENDER_CHECK.test(text.slice(outer.end, start.start)))
    return continued && sameCode ? "continuation" : "none";
  const atLine = /\n[ \t]{0,80}(?:<<< ?)?$/.test(text.slice(Math.max(0, start.start - 12), start.start));
  if (start.code === null) {
    if (WRAPPER.test(text.slice(start.end, start.end + 30)))
      return outer.enhanced === null ? "status" : "none";
    if (outer.enhanced === null) return "status";
    return start.quoted && start.enhanced !== outer.enhanced ? "inner" : "none";
  }
  if (sameCode && sameStatus && !start.quoted) return continued || !atLine ? "none" : "sibling";
  if (start.quoted || !atLine) return start.enhanced !== null || start.quoted ? "inner" : "none";
  return "sibling";
}

/** A refusal quotes what the check of the sender's address came to: that reply is not about the recipient. */
const SENDER_CHECK = /sender address rejected|sender verif|verif\w{0,7} failed|callout|callback/i;

function chainOf(text: string, span: Span, previousEnd: number): readonly [Reply, ...Reply[]] | null {
  const replies = span.levels.map((level, depth) => replyAt({ text, span, previousEnd }, level, depth));
  const [innermost, ...outer] = replies.toReversed();
  return innermost === undefined ? null : [innermost, ...outer];
}

interface Place {
  readonly text: string;
  readonly span: Span;
  /** Where the reply before ended: nothing before that belongs to this one. */
  readonly previousEnd: number;
}

function replyAt({ text, span, previousEnd }: Place, level: ReplyStart, depth: number): Reply {
  const inner = span.levels[depth + 1];
  const end =
    inner === undefined ? endOfLevel(text, level, span.end) : leadInStart(text, level.start, inner.start);
  const line = cleanReply(withSentence(text, level, end, previousEnd));
  const leadIn = text.slice(
    Math.max(previousEnd, level.start - 400, leadInLimit(text, span, depth)),
    level.start,
  );
  const trailer = text.slice(end, end + 300);
  const before = speakerIn(leadIn);
  const after = speakerAfter(trailer);
  return {
    code: level.code,
    enhanced: level.enhanced ?? (depth === 0 ? span.lateStatus : null),
    text: line,
    host: before.host ?? after.host ?? hostOfTranscript(text, level.start),
    ip: before.ip ?? after.ip,
    stage:
      stageNamed(/^[^)]{0,60}\)/.exec(trailer)?.[0] ?? "") ??
      stageNamed(leadIn.slice(-160)) ??
      stageImplied(line) ??
      stageImplied(leadIn.slice(-160)),
  };
}

/** `<mx.example.com #5.1.1 smtp;550 ...>`: the outer status is a mere label, the host before it said the inner reply. */
function leadInLimit(text: string, span: Span, depth: number): number {
  const outer = span.levels[depth - 1];
  if (outer === undefined) return 0;
  return outer.code === null && WRAPPER.test(text.slice(outer.end, outer.end + 30))
    ? leadInLimit(text, span, depth - 1)
    : outer.end;
}

const WRAPPER = /^[ \t]{0,3}(?:smtp|dns|x-[\w-]{1,20})[ \t]{0,2};/i;

const endOfLevel = (text: string, { start, end }: ReplyStart, outerEnd: number): number =>
  Math.min(enclosureEnd(text, start, end) ?? outerEnd, outerEnd);

/** The outer reply ends before the words that introduce the inner one: "->", "said:", "<mx.example.com #5.4.1 smtp;". */
function leadInStart(text: string, start: number, innerStart: number): number {
  const tail = text.slice(Math.max(start, innerStart - 300), innerStart);
  return innerStart - (LEAD_IN.exec(tail)?.[0].length ?? 0);
}

const LEAD_IN =
  /(?:\s?<[\w.-]{0,255}\s?#[\d.]{5,11}\s?smtp;\s?|(?:->|[\s'"([{<#:;,-]|\bsmtp|\bsaid|\breturned|\breason|\bwith){1,20})$/i;

/** "Sorry, no mailbox here by that name. (#5.1.1)": a status in parentheses at the end closes its sentence. */
function withSentence(text: string, level: ReplyStart, end: number, previousEnd: number): string {
  const { start } = level;
  const closesSentence = level.code === null && /\(#?$/.test(text.slice(Math.max(0, start - 2), start));
  if (!closesSentence || /\p{L}{3}/u.test(text.slice(level.end, end))) return text.slice(start, end);
  const before = text.slice(Math.max(previousEnd, start - 300), start);
  const sentence = Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf(">:"));
  return `${before.slice(sentence === -1 ? 0 : sentence + 2)}${level.enhanced ?? ""})`;
}
