import type { Cause } from "../vocabulary.ts";

/** Where to look up and leave the list that a reply names; empty where it names none, or the cause is another. */
export const blocklistSteps = (cause: Cause, reply: string | null): readonly string[] => {
  if (reply === null || !ABOUT_LISTS.has(cause)) return [];
  const found = LISTS.find(({ words }) => words.test(reply));
  return found ? [found.step] : [];
};

const ABOUT_LISTS: ReadonlySet<Cause> = new Set([
  "ip_blocklisted",
  "ip_policy",
  "domain_blocklisted",
  "ip_blocklisted_private",
]);

const LISTS: readonly { readonly words: RegExp; readonly step: string }[] = [
  {
    words: /spamhaus|abuseat/i,
    step: "Look up {ip} and {senderDomain} at https://check.spamhaus.org; the page says which list it is and whether you can remove yourself.",
  },
  {
    words: /spamcop/i,
    step: "Look up {ip} at https://www.spamcop.net/bl.shtml; the listing ends by itself 24 hours after the last report.",
  },
  {
    words: /barracuda/i,
    step: "Look up {ip} and ask for removal at https://www.barracudacentral.org/rbl/removal-request",
  },
  { words: /proofpoint/i, step: "Look up {ip} and ask for removal at https://ipcheck.proofpoint.com" },
  { words: /cloudmark/i, step: "Ask for a reset of {ip} at https://csi.cloudmark.com/en/reset/" },
  {
    words: /trend ?micro|mail-abuse|\bers-/i,
    step: "Look up {ip} at https://servicecentral.trendmicro.com/en-US/ers/ip-lookup",
  },
  { words: /symantec|messagelabs|brightmail/i, step: "Look up {ip} at https://ipremoval.sms.symantec.com" },
  {
    words: /senderbase|talos|ironport/i,
    step: "Look up {ip} at https://talosintelligence.com/reputation_center and open a dispute there.",
  },
  {
    words: /uceprotect/i,
    step: "Look up {ip} at https://www.uceprotect.net/en/rblcheck.php; level 1 ends after 7 days without spam. Do not pay for removal.",
  },
  { words: /surbl/i, step: "Look up the domain at https://surbl.org/surbl-analysis" },
  { words: /uribl/i, step: "Look up the domain at https://admin.uribl.com" },
  { words: /abusix/i, step: "Look up {ip} at https://lookup.abusix.com" },
  {
    words: /manitu|nixspam/i,
    step: "Look up {ip} at https://www.dnsbl.manitu.net; listings end by themselves.",
  },
  { words: /psbl|surriel/i, step: "Look up and remove {ip} at https://psbl.org" },
  { words: /invaluement|ivmsip|ivmuri/i, step: "Ask for removal at https://www.invaluement.com/removal/" },
  { words: /spfbl/i, step: "Look up {ip} at https://spfbl.net/en/dnsbl/" },
  { words: /mailspike/i, step: "Look up {ip} at https://mailspike.io/ip_verify" },
  { words: /sorbs/i, step: "SORBS was closed in June 2024: ask the receiver to stop using it." },
  {
    words: /njabl|ordb|dsbl|ahbl|rfc-ignorant|five-ten/i,
    step: "This list was closed years ago: ask the receiver to stop using it.",
  },
];
