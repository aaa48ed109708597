import type { FoundReply } from "../replies/find-replies.ts";
import { findAddresses, sameAddress } from "../words/addresses.ts";

/** A place where a report begins to speak about one recipient. */
export interface RecipientHead {
  readonly recipient: string;
  /** The address it was expanded or forwarded from. */
  readonly original: string | null;
  readonly start: number;
  readonly end: number;
  /** Named as the addressee of a mail ("To: ..."), which may be the report itself. */
  readonly weak: boolean;
}

/**
 * Where a report names the recipients it is about: at the start of a line, before a colon, or after words that
 * announce one. Addresses inside replies and those of helpdesks are not such places.
 */
export function findRecipientHeads(text: string, replies: readonly FoundReply[]): readonly RecipientHead[] {
  const heads: RecipientHead[] = [];
  for (const { address, start, end } of findAddresses(text).slice(0, MOST_ADDRESSES)) {
    if (replies.some(reply => start >= reply.start && start < reply.end)) continue;
    const before = text.slice(Math.max(0, start - 120), start);
    const after = text.slice(end, end + 200);
    if (HELPDESK.test(address) || NOT_RECIPIENT.test(before) || ORIGIN.test(before)) continue;
    const atLine = AT_LINE.test(before) && ENDS_HEAD.test(after);
    const last = heads.at(-1);
    const listed = last !== undefined && /^[>\s,;]{1,6}<?$/.test(text.slice(last.end, start));
    if (!atLine && !listed && !ANNOUNCED.test(before) && !FOLLOWED_BY_REASON.test(after)) continue;
    const original = originalIn(after);
    if (!isRepetition(heads.at(-1), address, text.slice(heads.at(-1)?.end ?? 0, start))) {
      heads.push({ recipient: address, original, start, end, weak: ADDRESSEE.test(before) });
    }
  }
  const strong = heads.filter(head => !head.weak);
  return strong.length > 0 ? strong : heads;
}

/** More than the largest report of a mailing list names. */
const MOST_ADDRESSES = 3000;

/** "user@example.com (user@example.com)" and "<user@example.com>: RCPT TO:<user@example.com>" are one head. */
const isRepetition = (last: RecipientHead | undefined, address: string, between: string): boolean =>
  last !== undefined &&
  sameAddress(last.recipient, address) &&
  !/\n[ \t]{0,80}\n/.test(between) &&
  between.length < 300;

const HELPDESK =
  /^(?:postmaster|mailer-?daemon|abuse|support|help-?desk|no-?reply|do-?not-?reply|[\w-]{0,20}delist[\w-]{0,20}|hostmaster|tosa|unblock|removals?|blocklist|blacklist|dnsbl|spam|noc|mail-?admin)@/i;

/** Addresses that reports give for questions. */
export const isHelpdesk = (address: string): boolean => HELPDESK.test(address);

/** Headers, senders and contacts. */
const NOT_RECIPIENT =
  /(?:\b(?:from|sender|reply-to|return-path|message-id|absender|von|de|expéditeur|remitente|mittente|remetente|afzender|avsändare|sender address|envelope sender|by|contact|e?-?mail(?:ing)? (?:to )?|please (?:contact|e-?mail|write to)|reported? (?:to|this)|questions? to|send(?:ing)? (?:an? )?(?:e-?)?mail to|from user|on behalf of|authenticated (?:user|as)|message identifier was)[ \t]{0,3}[:=]?[ \t]{0,3}["'<([]{0,2}|id[=:][ \t]?<?|MAIL FROM:[ \t]?<|from=<|postmaster at )$/i;

const ADDRESSEE =
  /(?:^|(?<!RCPT)\s)(?:To|An|À|A|Para|Aan|Till|宛先|收件人)[ \t]{0,2}:[ \t]{0,12}["'<([]{0,2}$/;

const ORIGIN =
  /\((?:expanded|generated|ultimately generated|originally addressed|forwarded|redirected|originally)[^()]{0,40}<?$/i;

const AT_LINE =
  /(?:^|\n)[ \t]{0,20}(?:[-*\u2022\u00b7o|>]{1,2}[ \t]{1,3})?(?:[^\n@:<>()]{1,60} ?[<(])?["'<([]{0,2}$/;

/** A head ends its line, or a colon or the reason follows. */
const ENDS_HEAD =
  /^["'>)\]]{0,3}(?:[ \t]{0,4}(?:\n|$|:|\(|\t| - |, (?:ERROR|error)| on \d| \[| [45]\d\d[ -]| {2,}|[Ii]nvalid|[ \t]{0,3}\.{3})|;)/;

/** `<user@example.com>: ...`, and Exim's entries in text that lost its line breaks. */
const FOLLOWED_BY_REASON =
  /^["'>)\]]{0,3}(?::\s|\s{1,12}(?:host [\w.-]{3,255} ?\[|SMTP error from|\(generated from|Unrouteable|retry timeout|mailbox is full))/;

const ANNOUNCED = new RegExp(
  [
    String.raw`\b(?:recipients?|recipient address(?:es)?|address(?:es)?|(?:original|final)-recipient|user|mailbox|destinataires?|destinatari[oi]s?|empf(?:ä|ae)nger(?:adresse)?|geadresseerden?|mottagare|rcpt|e-?mail|to|an|à|aan|till|RCPT TO)[ \t]{0,2}:[ \t]{0,3}\n?[ \t]{0,8}["'<([]{0,2}`,
    String.raw`(?:получател\p{L}{1,3}|адрес\p{L}{0,3}|受信者|宛先|收件人|받는 ?사람|수신자)\p{L}{0,8}[^\n\p{L}@]{0,12}`,
    // "... could not be delivered to", "Your message to", in the languages of large providers.
    String.raw`\b(?:message|mail|e-?mail|deliver\p{L}{0,4}|sen[dt]|nachricht|zustell\p{L}{0,4}|zugestellt|remis\p{L}{0,2}|remettre|mensaje|entreg\p{L}{0,3}|messaggio|recapit\p{L}{0,4}|mensagem|bericht|bezorg\p{L}{0,3}|meddelande\p{L}{0,3}|lever\p{L}{0,3}|following (?:message )?to)\b[^\n@:]{0,25}(?:\b(?:to|an|a|aan|till|für|para)|à)[ \t]{1,2}\n?["'<([]{0,2}`,
    String.raw`multiple recipients\.\s{1,6}`,
    String.raw`following message to[ \t]{1,2}["'<([]{0,2}`,
    // The colon or rule before a list.
    String.raw`\b(?:fail(?:ed|ure)|recipients?(?:\(s\))?|groups?|address(?:es|\(es\))?|errors?|to|gruppen|groupes|grupos|gruppi|groepen|grupper|following|because)\)?[ \t]{0,2}:\s{0,6}["'<([]{0,2}`,
    String.raw`(?:グループ|受信者)[ \t]{0,2}:?\s{0,6}`,
    String.raw`-{4,99}[|]?\s{1,6}["'<([]{0,2}`,
  ]
    .map(pattern => `(?:${pattern})$`)
    .join("|"),
  "iu",
);

const originalIn = (after: string): string | null =>
  findAddresses(
    /^[>)"'\]:]{0,3}\s{0,12}\((?:expanded|generated|ultimately generated|originally addressed|forwarded|redirected|originally)[^()\n]{0,120}\)?/i.exec(
      after,
    )?.[0] ?? "",
  )[0]?.address ?? null;

/** An address that a reply itself names: "550 5.1.1 <user@example.com>: ...", "RCPT TO:<user@example.com>". */
export function recipientInReply(text: string): string | null {
  const named = findAddresses(text).filter(
    ({ address, start }) =>
      !HELPDESK.test(address) && !NOT_RECIPIENT.test(text.slice(Math.max(0, start - 60), start)),
  );
  const enclosed = named.find(({ start }) => /[<[]$/.test(text.slice(Math.max(0, start - 1), start)));
  return (enclosed ?? named[0])?.address ?? null;
}
