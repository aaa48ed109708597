import { matchText } from "./rulebook.ts";
import type { Cause } from "./vocabulary.ts";

/**
 * Whether a few words without any code or address are the reason of a failure by themselves ("connect to
 * mx.example.com: Connection timed out"), so that a pasted line is not taken for ordinary mail. Longer text has to
 * show other signs of a report; people use words like "spam" and "blocked" too, and they ask what SPF is.
 */
export const statesReason = (text: string): boolean => {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "" || line.length > MAX_LENGTH || GREETING.test(line) || TALK.test(line)) return false;
  if (!OF_MAIL.test(line) && line.split(" ").length > FEW_WORDS) return false;
  const match = matchText({ code: null, enhanced: null, text: line, stage: null, provider: null });
  if (match === null || match.rule.probability < SURE || CHATTY.has(match.rule.cause)) return false;
  return !TOPICS.has(match.rule.cause) || WENT_WRONG.test(line);
};

const MAX_LENGTH = 300;
const SURE = 0.6;
const FEW_WORDS = 5;
const GREETING = /^(?:hi|hello|hey|dear|hallo|liebe|guten|bonjour|hola|ciao|thanks|thank you|danke|merci)\b/i;

/** A question, or somebody who speaks of persons, days and wishes. Mail systems do neither. */
const TALK =
  /\?(?:\s|$)|^(?:please|could|can|would|what|how|why|when|who|where|shall|should|is|are|do|does|did|bitte|wie|was|warum)\b|\b(?:i|i've|i'd|my|me|mine|he|she|him|his|hers?|shall|let's|ich|mir|mein\w{0,2}|je|mon|yo)\b|\b(?:yesterday|today|tomorrow|tonight|this (?:morning|evening|afternoon|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** What mail systems speak of. */
const OF_MAIL =
  /mail|message|smtp|\bmx\b|\bdns\b|server|\bhosts?\b|domain|recipient|\busers?\b|sender|\bspf\b|\bdkim\b|\bdmarc\b|address|account|deliver|sending|\btls\b|starttls|certificate|relay|queue|quota|route|\bdata\b|[\w-]{2,63}\.[a-z]{2,24}\b|benutzer|empf|postfach|destinat|utilisateur|usuario|utente|ontvanger|mottagare|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Cyrillic}/iu;

/** Causes whose words people also use in ordinary sentences. */
const CHATTY: ReadonlySet<Cause> = new Set([
  "spam_content",
  "malware_or_phishing",
  "attachment_policy",
  "content_rejected",
  "policy_rejected",
  "policy_rule_recipient",
  "reputation_low",
  "ip_blocklisted_private",
  "domain_blocklisted",
  "smtp_auth_required",
  "receiver_busy",
  "receiver_system_error",
  "receiver_not_accepting",
  "protocol_error",
  "message_malformed",
]);

/** Causes that are known by the name of a thing: naming it says nothing yet. */
const TOPICS: ReadonlySet<Cause> = new Set([
  "spf_failure",
  "dkim_failure",
  "dmarc_failure",
  "arc_failure",
  "authentication_multiple",
  "reverse_dns",
  "tls_failure",
]);

const WENT_WRONG =
  /fail|reject|refus|den(?:y|ied)|block|bounce|invalid|error|missing|require|violat|did(?: not|n't)|does(?: not|n't)|is(?: not|n't)|cannot|can't|unable|mismatch|must|wrong|\bno\b|\bnot\b|expired|untrusted|broken|abort/i;
