import type { AddressDead, BounceEvent, Cause, Party, Permanence } from "./vocabulary.ts";

/** What a cause means where the reply says nothing else. */
export interface CauseFacts {
  /** One plain sentence; {recipient}, {domain} and {provider} are filled in by `sayCause`. */
  readonly sentence: string;
  /** For a final refusal. A reply of class 4 is temporary whatever the cause. */
  readonly permanence: Permanence;
  /** For a final refusal. A reply of class 4 never proves an address dead. */
  readonly addressDead: AddressDead;
  readonly party: Party;
  readonly event: BounceEvent;
}

const facts = (
  sentence: string,
  permanence: Permanence,
  addressDead: AddressDead,
  party: Party,
  event: BounceEvent = "failed",
): CauseFacts => ({ sentence, permanence, addressDead, party, event });

export const CAUSE_FACTS: Readonly<Record<Cause, CauseFacts>> = {
  recipient_unknown: facts("{recipient} does not exist at {domain}.", "permanent", "yes", "sender"),
  recipient_not_in_edge_directory: facts(
    "{recipient} may exist, but the directory that guards {domain} from outside does not list it.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  recipient_syntax: facts(
    "{recipient} is not written the way an address has to be.",
    "permanent",
    "yes",
    "sender",
  ),
  recipient_ambiguous: facts(
    "{recipient} fits more than one mailbox at {domain}.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  recipient_moved: facts(
    "The person behind {recipient} has moved to another address.",
    "permanent",
    "yes",
    "sender",
  ),
  recipient_disabled: facts(
    "The mailbox of {recipient} exists but is switched off.",
    "permanent",
    "yes",
    "sender",
  ),
  mailbox_full: facts("The mailbox of {recipient} is full.", "after_fix", "no", "recipient"),
  recipient_restricted: facts(
    "{recipient} takes mail from certain senders only, and you are not among them.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  recipient_rate_limited: facts(
    "{recipient} is getting more mail than its server allows at the moment.",
    "temporary",
    "no",
    "sender",
  ),
  recipient_changed_owner: facts("{recipient} belongs to somebody else now.", "permanent", "yes", "sender"),
  forwarding_target_dead: facts(
    "{recipient} forwards mail to another address, and that one refused it.",
    "after_fix",
    "unknown",
    "recipient",
  ),
  list_expansion: facts(
    "The group behind {recipient} could not be resolved into its members.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  domain_not_found: facts("{domain} does not exist or has no mail server.", "permanent", "yes", "sender"),
  domain_accepts_no_mail: facts("{domain} takes no mail at all.", "permanent", "yes", "sender"),
  accepted_domain_problem: facts(
    "The mail system of {domain} does not know the addresses of that domain, or not all of them.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  stale_route: facts(
    "The mail went to a system that is no longer responsible for {domain}.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  gateway_directory_mismatch: facts(
    "The mail gateway of {domain} took the mail, the mail system behind it did not know {recipient}.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  no_route: facts(
    "No way could be found to deliver mail for {domain}.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  dns_failure: facts(
    "The name servers needed to deliver to {domain} gave no usable answer.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  host_unreachable: facts(
    "The mail server of {domain} could not be reached.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  network_error: facts(
    "The connection to the mail server of {domain} broke off.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  routing_loop: facts(
    "The mail went round in circles between servers until one gave up.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  relay_denied: facts(
    "The server that was asked is not responsible for {domain}, or does not take mail for it from you.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  delivery_expired: facts(
    "The mail could not be delivered to {domain} in the time allowed.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  tls_failure: facts(
    "The two servers could not agree on an encrypted connection.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  spf_failure: facts(
    "Your domain's SPF record does not list the server that sent this mail.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  dkim_failure: facts(
    "The DKIM signature of your mail is missing or does not verify.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  dmarc_failure: facts(
    "Your mail did not pass the DMARC check of your own domain.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  arc_failure: facts(
    "The ARC seals that forwarders put on the mail do not verify.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  authentication_multiple: facts("Your mail passed neither SPF nor DKIM.", "after_fix", "no", "sender_admin"),
  authentication_required_bulk: facts(
    "The receiver demands SPF, DKIM and DMARC from senders of your size.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  forwarding_broke_auth: facts(
    "The mail was forwarded, and after that its authentication no longer held.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  reverse_dns: facts(
    "The sending address has no matching name in reverse DNS.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  helo_invalid: facts(
    "The sending server introduces itself with a name that is not accepted.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  sender_address_invalid: facts(
    "The sender's address or domain does not exist or cannot receive mail.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  forged_sender: facts(
    "This report answers mail that somebody else sent with your address.",
    "permanent",
    "unknown",
    "sender_admin",
    "backscatter",
  ),
  ip_blocklisted: facts(
    "The sending server's address is on a public blocklist.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  ip_blocklisted_private: facts(
    "The receiver keeps the sending server's address on its own block list.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  ip_policy: facts(
    "The receiver takes no mail from this kind of connection, such as home or dynamic addresses.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  domain_blocklisted: facts(
    "The sender's domain, or one named in the mail, is on a blocklist.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  reputation_low: facts(
    "The receiver thinks badly of the mail that came from this server or domain lately.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  sender_blocked_by_recipient: facts(
    "The recipient, or their organisation, blocks this sender.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  rate_limited: facts(
    "The receiver was sent too much in too short a time.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  greylisted: facts(
    "The receiver asks unknown servers to try again after some minutes.",
    "temporary",
    "no",
    "sender_admin",
  ),
  too_many_connections: facts(
    "The sending server opened too many connections at once.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  too_many_recipients: facts(
    "The mail had more recipients than the receiver takes at once.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  spam_content: facts("The receiver's filter took the mail for spam.", "after_fix", "no", "sender_admin"),
  malware_or_phishing: facts(
    "The receiver's filter took the mail for malware or phishing.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  attachment_policy: facts(
    "An attachment is of a kind that the receiver does not take.",
    "after_fix",
    "no",
    "sender",
  ),
  content_rejected: facts(
    "Something in the text or form of the mail is not accepted there.",
    "after_fix",
    "no",
    "sender",
  ),
  policy_rule_recipient: facts(
    "A rule that the recipient's organisation has set refused the mail.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  anti_spoofing_policy: facts(
    "The mail looked as if it came from inside {domain}, and outsiders may not use that name.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  policy_rejected: facts(
    "The receiver refused the mail by policy and does not say which.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  message_too_large: facts("The mail is larger than the receiver takes.", "after_fix", "no", "sender"),
  message_malformed: facts(
    "The mail is not built the way mail has to be built.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  eai_unsupported: facts(
    "An address has letters that the receiver's server cannot handle yet.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  message_integrity: facts(
    "A signature or encryption of the mail could not be verified.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  smtp_auth_required: facts(
    "The server wants a login before it takes mail.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  sending_account_blocked: facts(
    "The account that sends is blocked, usually because spam was sent from it.",
    "after_fix",
    "no",
    "sender_admin",
  ),
  sending_quota: facts("The account that sends has used up its limit.", "after_fix", "no", "sender_admin"),
  suppressed: facts(
    "The sending service did not try, because the address is on its suppression list.",
    "after_fix",
    "unknown",
    "sender_admin",
    "suppressed",
  ),
  receiver_busy: facts("The receiver's server was too busy.", "temporary", "no", "provider"),
  receiver_system_full: facts(
    "The receiver's server has no disk space left.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  receiver_system_error: facts(
    "The receiver's server has a fault of its own.",
    "after_fix",
    "no",
    "recipient_admin",
  ),
  receiver_not_accepting: facts(
    "The receiver's server is not taking mail at the moment.",
    "after_fix",
    "unknown",
    "recipient_admin",
  ),
  protocol_error: facts("The two servers did not understand each other.", "after_fix", "no", "sender_admin"),
  unknown: facts(
    "The report does not say why in words that we know.",
    "permanent",
    "unknown",
    "sender_admin",
  ),
};

/** The sentence of a cause with the names of this failure in it. Unknown names become plain words. */
export const sayCause = (
  cause: Cause,
  names: { readonly recipient: string | null; readonly provider: string | null },
): string => {
  const at = names.recipient?.lastIndexOf("@") ?? -1;
  const domain = at < 0 ? null : (names.recipient?.slice(at + 1) ?? null);
  return (
    CAUSE_FACTS[cause].sentence
      .replaceAll("{recipient}", names.recipient ?? "this address")
      .replaceAll("{domain}", domain ?? "the recipient's domain")
      .replaceAll("{provider}", names.provider ?? "the receiver")
      // An address keeps its letters (RFC 5321 2.4).
      .replace(/^(?:this|the) /, word => word[0]?.toUpperCase() + word.slice(1))
  );
};
