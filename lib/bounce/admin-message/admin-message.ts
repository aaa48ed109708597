import { isDirectoryRefusal } from "../advice/advice.ts";
import { CAUSE_FACTS } from "../causes.ts";
import type { Classification } from "../classification.ts";
import type { Cause, Party } from "../vocabulary.ts";
import { LANGUAGES, type MessageLanguage } from "./languages.ts";

export { MESSAGE_LANGUAGES, type MessageLanguage } from "./languages.ts";

/** Facts of the failure that the other side needs to find it in its logs. Null lines are left out. */
export interface MessageFacts {
  readonly recipient: string | null;
  readonly sender: string | null;
  readonly time: string | null;
  readonly messageId: string | null;
  readonly server: string | null;
  readonly reply: string | null;
}

export interface AdminMessage {
  /** Who should get it. */
  readonly to: "recipient_admin" | "sender_admin";
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly body: string;
}

/**
 * A message ready to send to the administrator who can end the problem: what happened, the technical line, what it
 * means and what to check. Commands are the same in every language.
 */
export const adminMessage = (
  classification: Classification,
  facts: MessageFacts,
  language: MessageLanguage,
): AdminMessage => {
  const kind = kindOf(classification);
  const words = LANGUAGES[language];
  const to = OWN_KINDS.has(kind) ? "sender_admin" : "recipient_admin";
  const known = FACT_ORDER.flatMap(fact => {
    const value = facts[fact];
    return value === null ? [] : [`${words.labels[fact]}: ${value}`];
  });
  const recipient = facts.recipient ?? words.theAddress;
  const fill = (text: string): string => text.replaceAll("{recipient}", recipient);
  return {
    to,
    language,
    subject: fill(to === "recipient_admin" ? words.subjectToThem : words.subjectToUs),
    body: [
      words.greeting,
      fill(to === "recipient_admin" ? words.happenedToThem : words.happenedToUs),
      known.join("\n"),
      fill(words.kinds[kind]),
      ...(kind === "directory" ? [commandsFor(facts.recipient)] : []),
      words.thanks,
    ].join("\n\n"),
  };
};

export type MessageKind =
  | "directory"
  | "mailbox"
  | "refused"
  | "route"
  | "forwarding"
  | "system"
  | "letters"
  | "undecided"
  | "authentication"
  | "returnAddress"
  | "reputation"
  | "pace"
  | "format"
  | "oldWay"
  | "account";

const OWN_KINDS: ReadonlySet<MessageKind> = new Set([
  "authentication",
  "returnAddress",
  "reputation",
  "pace",
  "format",
  "oldWay",
  "account",
]);
const FACT_ORDER = ["recipient", "sender", "time", "messageId", "server", "reply"] as const;

const kindOf = (classification: Classification): MessageKind => {
  const [top] = classification.causes;
  if (top === undefined) return "undecided";
  if (top.cause === "stale_route") return "oldWay";
  if (isDirectoryRefusal(classification)) return "directory";
  return KIND_OF_CAUSE[top.cause] ?? KIND_OF_PARTY[CAUSE_FACTS[top.cause].party];
};

const KIND_OF_PARTY: Readonly<Record<Party, MessageKind>> = {
  sender: "mailbox",
  sender_admin: "account",
  recipient: "mailbox",
  recipient_admin: "route",
  provider: "system",
};

const KIND_OF_CAUSE: Readonly<Partial<Record<Cause, MessageKind>>> = {
  recipient_not_in_edge_directory: "directory",
  recipient_ambiguous: "mailbox",
  list_expansion: "mailbox",
  recipient_restricted: "refused",
  sender_blocked_by_recipient: "refused",
  policy_rule_recipient: "refused",
  anti_spoofing_policy: "refused",
  attachment_policy: "refused",
  content_rejected: "refused",
  spam_content: "refused",
  policy_rejected: "refused",
  message_too_large: "refused",
  eai_unsupported: "letters",
  receiver_busy: "system",
  receiver_system_full: "system",
  receiver_system_error: "system",
  receiver_not_accepting: "system",
  unknown: "undecided",
  spf_failure: "authentication",
  dkim_failure: "authentication",
  dmarc_failure: "authentication",
  arc_failure: "forwarding",
  authentication_multiple: "authentication",
  authentication_required_bulk: "authentication",
  forwarding_broke_auth: "forwarding",
  reverse_dns: "authentication",
  helo_invalid: "authentication",
  sender_address_invalid: "returnAddress",
  ip_blocklisted: "reputation",
  ip_blocklisted_private: "reputation",
  ip_policy: "reputation",
  domain_blocklisted: "reputation",
  reputation_low: "reputation",
  rate_limited: "pace",
  greylisted: "pace",
  too_many_connections: "pace",
  too_many_recipients: "pace",
  message_malformed: "format",
  message_integrity: "format",
  protocol_error: "format",
  malware_or_phishing: "reputation",
};

const commandsFor = (recipient: string | null): string => {
  const address = recipient ?? "user@domain";
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return [
    `Get-Recipient -Identity ${address} | fl RecipientType*,EmailAddresses`,
    `Get-AcceptedDomain ${domain} | fl DomainType`,
    `Get-MessageTraceV2 -RecipientAddress ${address}`,
  ].join("\n");
};
