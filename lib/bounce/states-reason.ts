import { matchText } from "./rulebook.ts";
import type { Cause } from "./vocabulary.ts";

/**
 * Whether a few words without any code or address are the reason of a failure by themselves ("connect to
 * mx.example.com: Connection timed out"), so that a pasted line is not taken for ordinary mail. Longer text has to
 * show other signs of a report; chat uses words like "spam" and "blocked" too.
 */
export const statesReason = (text: string): boolean => {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "" || line.length > MAX_LENGTH || GREETING.test(line)) return false;
  const match = matchText({ code: null, enhanced: null, text: line, stage: null, provider: null });
  return match !== null && match.rule.probability >= SURE && !CHATTY.has(match.rule.cause);
};

const MAX_LENGTH = 300;
const SURE = 0.6;
const GREETING = /^(?:hi|hello|hey|dear|hallo|liebe|guten|bonjour|hola|ciao|thanks|thank you|danke|merci)\b/i;
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
  "receiver_busy",
  "receiver_system_error",
  "receiver_not_accepting",
  "protocol_error",
  "message_malformed",
]);
