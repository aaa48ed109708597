/** The closed vocabulary of bounces. Ids are stored and exported: never renamed, never reused. */

export const CAUSES = [
  "recipient_unknown",
  "recipient_not_in_edge_directory",
  "recipient_syntax",
  "recipient_ambiguous",
  "recipient_moved",
  "recipient_disabled",
  "mailbox_full",
  "recipient_restricted",
  "recipient_rate_limited",
  "recipient_changed_owner",
  "forwarding_target_dead",
  "list_expansion",
  "domain_not_found",
  "domain_accepts_no_mail",
  "accepted_domain_problem",
  "stale_route",
  "gateway_directory_mismatch",
  "no_route",
  "dns_failure",
  "host_unreachable",
  "network_error",
  "routing_loop",
  "relay_denied",
  "delivery_expired",
  "tls_failure",
  "spf_failure",
  "dkim_failure",
  "dmarc_failure",
  "arc_failure",
  "authentication_multiple",
  "authentication_required_bulk",
  "forwarding_broke_auth",
  "reverse_dns",
  "helo_invalid",
  "sender_address_invalid",
  "forged_sender",
  "ip_blocklisted",
  "ip_blocklisted_private",
  "ip_policy",
  "domain_blocklisted",
  "reputation_low",
  "sender_blocked_by_recipient",
  "rate_limited",
  "greylisted",
  "too_many_connections",
  "too_many_recipients",
  "spam_content",
  "malware_or_phishing",
  "attachment_policy",
  "content_rejected",
  "policy_rule_recipient",
  "anti_spoofing_policy",
  "policy_rejected",
  "message_too_large",
  "message_malformed",
  "eai_unsupported",
  "message_integrity",
  "smtp_auth_required",
  "sending_account_blocked",
  "sending_quota",
  "suppressed",
  "receiver_busy",
  "receiver_system_full",
  "receiver_system_error",
  "receiver_not_accepting",
  "protocol_error",
  "unknown",
] as const;
export type Cause = (typeof CAUSES)[number];

export const PERMANENCES = ["permanent", "temporary", "after_fix"] as const;
export type Permanence = (typeof PERMANENCES)[number];

export type AddressDead = "yes" | "no" | "unknown";

export const PARTIES = ["sender", "sender_admin", "recipient", "recipient_admin", "provider"] as const;
export type Party = (typeof PARTIES)[number];

export const EVENTS = [
  "failed",
  "delayed",
  "delivered",
  "relayed",
  "auto_reply",
  "complaint",
  "challenge",
  "suppressed",
  "not_a_bounce",
  "backscatter",
] as const;
export type BounceEvent = (typeof EVENTS)[number];

export const STAGES = ["CONNECT", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"] as const;
export type Stage = (typeof STAGES)[number];
