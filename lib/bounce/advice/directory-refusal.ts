import type { Cause } from "../vocabulary.ts";
import type { Advice } from "./advice.ts";

const DIRECTORY_SENDER = [
  "Check the address letter by letter against a reply from this person or their website.",
  "Delete the suggestion that your mail program offers for {recipient} and type the address anew.",
  "Reach the person by another way and send them the technical line, with the time and the session in its brackets.",
  "Do not send again in a loop: the refusal is final until something changes at {domain}.",
] as const;

const DIRECTORY_SENDER_ADMIN = [
  "Do not change SPF, DKIM or DMARC for this reply and do not ask for delisting: the address was refused before any of that is looked at.",
  "Compare the server that refused with today's MX record: dig MX {domain}. If they differ, remove fixed routes for {domain} and empty the DNS cache.",
] as const;

const ONE_ADDRESS = [
  "Exchange Online PowerShell: Get-Recipient -Identity {recipient} | fl RecipientType*,EmailAddresses",
  "Get-MessageTraceV2 -RecipientAddress {recipient} shows no row: the mail was refused at the edge (Directory-Based Edge Blocking).",
  "If nobody has the address: create or license the mailbox, or add {recipient} to a mailbox as a proxy address.",
  "If it exists: wait up to 24 hours after a change; for a synchronised user set the SMTP proxy address to a temporary one, synchronise, and set it back.",
] as const;

const GROUPS = [
  "A dynamic distribution group is not in the edge directory. Hybrid: make a mail contact in Exchange Online with the same address. Cloud only: give the group an onmicrosoft.com address and put it as a member into an ordinary list that carries {recipient}.",
  "Mail-enabled public folders on premises: run Sync-ModernMailPublicFolders, or turn on “Exchange Mail Public Folders” in Entra Connect. For public folders in Microsoft 365 set the domain to Internal relay: edge blocking does not know them.",
] as const;

const WHOLE_DOMAIN = [
  "One address or all? Get-AcceptedDomain {domain} | fl DomainType",
  "Whole domain: Exchange admin centre > Mail flow > Accepted domains > {domain} > Internal relay, save, then back to Authoritative. In PowerShell: Set-AcceptedDomain -Identity {domain} -DomainType InternalRelay, then -DomainType Authoritative.",
  "While you migrate keep Internal relay, with a connector to the old server, until all recipients are synchronised; without the connector mail loops (5.4.14).",
  "MX: exactly one record, to {dashed}.mail.protection.outlook.com (or *.mx.microsoft), and the domain shown as healthy; DNS changes take up to 72 hours.",
] as const;

/** For Microsoft's 550 5.4.1, by what ranks first. Replaces the general advice of the cause. */
export const DIRECTORY_REFUSAL_ADVICE: Readonly<Partial<Record<Cause, Advice>>> = {
  recipient_unknown: {
    sender: DIRECTORY_SENDER,
    senderAdmin: [
      "Take {recipient} off every mailing list after this one refusal.",
      ...DIRECTORY_SENDER_ADMIN,
    ],
    recipientAdmin: [...ONE_ADDRESS, ...GROUPS, ...WHOLE_DOMAIN],
  },
  recipient_not_in_edge_directory: {
    sender: ["Keep the address: it may exist although it is refused.", ...DIRECTORY_SENDER.slice(2)],
    senderAdmin: DIRECTORY_SENDER_ADMIN,
    recipientAdmin: [...ONE_ADDRESS, ...GROUPS, ...WHOLE_DOMAIN],
  },
  accepted_domain_problem: {
    sender: [
      "Keep the addresses: several of {domain} are refused, so the domain is the problem.",
      ...DIRECTORY_SENDER.slice(2),
    ],
    senderAdmin: DIRECTORY_SENDER_ADMIN,
    recipientAdmin: [...WHOLE_DOMAIN, ...ONE_ADDRESS, ...GROUPS],
  },
  stale_route: {
    sender: ["Keep the address and tell your own administrator: your mail takes an old way to {domain}."],
    senderAdmin: [
      "Compare the server that refused with today's MX record: dig MX {domain}",
      "Remove what still sends mail for {domain} to Microsoft 365: transport maps, send connectors, smart hosts, partner connectors, static DNS entries; then empty the DNS cache.",
      "If {domain} is still an accepted domain of your own tenant although it is hosted elsewhere: set it to Internal relay or remove it.",
      "Do not ask for delisting: the refusal does not depend on your address.",
    ],
    recipientAdmin: ["Remove {domain} from the old tenant: Microsoft 365 admin centre > Settings > Domains."],
  },
  gateway_directory_mismatch: {
    sender: DIRECTORY_SENDER,
    senderAdmin: DIRECTORY_SENDER_ADMIN,
    recipientAdmin: [
      "Your gateway took the mail and Exchange Online refused {recipient}: let the gateway take over the list of recipients.",
      ...ONE_ADDRESS,
      ...WHOLE_DOMAIN,
      "After the fix allow for caches: Barracuda repeats a refusal for 90 minutes, Proofpoint Essentials takes 30 to 60 minutes.",
    ],
  },
  forwarding_target_dead: {
    sender: [
      "Keep the address you wrote to: it exists and forwards your mail to {recipient}, which is refused.",
      "Tell the person by another way, with the technical line.",
    ],
    senderAdmin: DIRECTORY_SENDER_ADMIN,
    recipientAdmin: [
      "Find the forwarding that leads to {recipient} and correct or remove it.",
      ...ONE_ADDRESS,
    ],
  },
};
