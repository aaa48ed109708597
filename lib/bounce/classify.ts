import { CAUSE_FACTS } from "./causes.ts";
import type { Classification, RankedCause } from "./classification.ts";
import { type Decision, decide, FIRM } from "./decide.ts";
import { evidence541 } from "./evidence-541.ts";
import type { BounceReading, DeliveryFailure } from "./failure.ts";
import { locateWords, type Span } from "./locate-words.ts";
import { consumerTwin, recogniseProvider } from "./provider.ts";
import { rank541 } from "./rank-541.ts";
import { withForgery } from "./rank-forgery.ts";
import { withForwarding } from "./rank-forwarded.ts";
import { rankByRule } from "./rank-by-rule.ts";
import { type Reason, reason } from "./reasons.ts";
import { RULED_OUT_BY_DIRECTORY_REFUSAL, ruledOutBy } from "./ruled-out.ts";
import type { AddressDead, BounceEvent, Permanence } from "./vocabulary.ts";

/**
 * Judges one failed recipient: the causes with their probabilities and grounds, what is ruled out, whether it is
 * final, whether the address is dead and who has to act. Pure; reads nothing but the report.
 */
export const classify = (failure: DeliveryFailure, reading: BounceReading): Classification => {
  if (!FAILURES.has(failure.event)) return nothingFailed(failure);
  const decision = decide(failure);
  if (decision === null) return unknown(failure, reading);
  // A service that did not even try has told us so; only firm words about it are better.
  if (failure.event === "suppressed" && decision.match.rule.probability < FIRM)
    return unknown(failure, reading);
  const { rule, set } = decision.match;
  const ranked = withForgery(
    rule.ranking
      ? rank541([...groundOf(decision), ...evidence541(failure, reading)])
      : withForwarding(rankByRule(decision, groundOf(decision)), failure),
    reading.forgery,
  );
  const [top] = ranked;
  if (top === undefined) return unknown(failure, reading);
  const facts = CAUSE_FACTS[top.cause];
  const replyClass = classOf(decision, failure);
  return {
    causes: ranked,
    ruledOut: rule.ranking ? RULED_OUT_BY_DIRECTORY_REFUSAL : ruledOutBy(top.cause, top.probability),
    rule: rule.id,
    matched: spanOf(decision, reading),
    tier: set.tier,
    provider:
      decision.statement.provider ??
      (rule.distinctive && set.speaksFor ? consumerTwin(set.speaksFor, failure.recipient) : null),
    permanence: permanenceOf(
      failure.event,
      replyClass,
      (top.cause === rule.cause ? rule.permanence : undefined) ?? facts.permanence,
    ),
    addressDead: addressDeadOf(failure.event, replyClass, facts.addressDead, top),
    party: (top.cause === rule.cause ? rule.party : undefined) ?? facts.party,
  };
};

const FAILURES: ReadonlySet<BounceEvent> = new Set(["failed", "delayed", "suppressed", "backscatter"]);

const groundOf = ({ ground, match, statement }: Decision): readonly Reason[] => {
  const status = statement.enhanced;
  const grounds: Reason[] = [];
  if (match.words !== null && ground === "notice")
    grounds.push(reason("notice-says", { words: match.words }));
  else if (match.words !== null)
    grounds.push(reason("words-match", { words: match.words, host: statement.provider }));
  else if (ground === "status-field" && status) grounds.push(reason("status-field-says", { status }));
  else if (match.set.providers !== null && status && statement.provider) {
    grounds.push(reason("provider-status-says", { status, provider: statement.provider }));
  } else if (match.set.tier === "enhanced-status" && status) grounds.push(reason("status-says", { status }));
  else if (statement.code !== null) grounds.push(reason("code-says", { code: statement.code }));
  if (match.rule.ranking) {
    const cascade = /all recipient addresses/i.test(match.words ?? "");
    grounds.push(cascade ? reason("cascade-of-refusals", {}) : reason("directory-refusal", {}));
  }
  return grounds;
};

/** The class of the deciding reply; of the Status field where a notice decided; null where no code was given. */
const classOf = ({ statement }: Decision, failure: DeliveryFailure): string | null =>
  (statement.code === null ? null : String(statement.code)[0]) ??
  statement.enhanced?.[0] ??
  failure.statusField?.trim()[0] ??
  null;

const permanenceOf = (event: BounceEvent, replyClass: string | null, final: Permanence): Permanence =>
  event === "delayed" || replyClass === "4" ? "temporary" : final;

/** Nothing is said of an address on a guess, and it is only called dead on a final refusal. */
const addressDeadOf = (
  event: BounceEvent,
  replyClass: string | null,
  final: AddressDead,
  top: RankedCause,
): AddressDead => {
  if (top.probability < 0.5) return "unknown";
  return final === "yes" && (event === "delayed" || replyClass === "4") ? "unknown" : final;
};

const spanOf = ({ line, match, statement }: Decision, reading: BounceReading): Span | null => {
  const words =
    match.words ?? statement.enhanced ?? (statement.code === null ? null : String(statement.code));
  return words === null ? null : locateWords(reading.text, line, words);
};

const nothingFailed = (failure: DeliveryFailure): Classification => ({
  causes: [],
  ruledOut: [],
  rule: null,
  matched: null,
  tier: null,
  provider: providerOf(failure),
  permanence: "permanent",
  addressDead: "no",
  party: "sender",
});

/** Not guessed: says what was missing. A suppression without words is still a suppression. */
const unknown = (failure: DeliveryFailure, reading: BounceReading): Classification => {
  const cause = failure.event === "suppressed" ? "suppressed" : "unknown";
  const probability = cause === "suppressed" ? 0.9 : 0.5;
  const guess = { cause, probability, for: [whyUnknown(failure)], against: [] } as const;
  const causes = withForgery([guess], reading.forgery);
  const facts = CAUSE_FACTS[causes[0]?.cause ?? cause];
  const replyClass = failure.statusField?.trim()[0] ?? failure.replies[0]?.text.trim()[0] ?? null;
  return {
    causes,
    ruledOut: [],
    rule: null,
    matched: null,
    tier: null,
    provider: providerOf(failure),
    permanence: permanenceOf(failure.event, replyClass, facts.permanence),
    addressDead: "unknown",
    party: facts.party,
  };
};

const whyUnknown = (failure: DeliveryFailure): Reason => {
  if (failure.event === "suppressed") return reason("service-says", { event: failure.event });
  const [reply] = failure.replies;
  if (reply === undefined) return reason("no-reply-quoted", {});
  const words = reply.text.replace(/^[\d\s.#-]+/, "");
  if (words !== "") return reason("words-not-known", { words: words.slice(0, 200) });
  return reason("code-says-little", { code: reply.enhanced ?? String(reply.code ?? "") });
};

const providerOf = (failure: DeliveryFailure): string | null => {
  const [reply] = failure.replies;
  return reply ? recogniseProvider(reply, failure) : null;
};
