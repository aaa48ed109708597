import { firstHost, firstIp } from "./words/hosts.ts";

/** The per-recipient fields of a delivery report (RFC 3464 2.3). */
export interface RecipientStatus {
  readonly finalRecipient: string | null;
  readonly originalRecipient: string | null;
  /** Lower case: failed, delayed, delivered, relayed, expanded. */
  readonly action: string | null;
  /** "5.1.1" */
  readonly status: string | null;
  readonly remoteMta: string | null;
  readonly remoteIp: string | null;
  /** Diagnostic-Code without its type. */
  readonly diagnostic: string | null;
  /** Vendor fields that quote a reply. */
  readonly supplements: readonly string[];
}

export interface DeliveryStatus {
  readonly reportingMta: string | null;
  /** Envelope sender, where the report names it. */
  readonly sender: string | null;
  readonly recipients: readonly RecipientStatus[];
  /** Where the fields begin in the text. */
  readonly start: number;
}

/**
 * Reads the fields of a delivery report wherever they stand: in their own part, in pasted text, or in text that lost
 * its line breaks. Blocks that were run together are told apart by a field that repeats. Null where there are none.
 */
export function parseDeliveryStatus(text: string): DeliveryStatus | null {
  if (!MARK.test(text)) return null;
  const fields = readFields(text);
  const first = fields.find(field => SURE.has(field.name));
  if (first === undefined) return null;
  const perMessage = new Map(fields.toReversed().map(field => [field.name, field.value]));
  const recipients = splitByRecipient(fields).map(recipientStatus);
  const reporting = perMessage.get("reporting-mta");
  if (recipients.length === 0 && reporting === undefined) return null;
  return {
    reportingMta: reporting === undefined ? null : hostOf(reporting),
    sender: addressOf(perMessage.get("x-postfix-sender") ?? perMessage.get("x-envelope-from") ?? null),
    recipients,
    start: Math.min(...fields.filter(field => SURE.has(field.name)).map(field => field.start)),
  };
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  /** An empty line, and so a new block, stands before it. */
  readonly apart: boolean;
}

const MARK =
  /\b(?:final-recipient|original-recipient|reporting-mta|diagnostic-code|x-actual-recipient)[ \t]{0,3}:/i;
const SURE = new Set([
  "final-recipient",
  "original-recipient",
  "reporting-mta",
  "diagnostic-code",
  "remote-mta",
  "x-actual-recipient",
]);

const NAMES =
  "Reporting-MTA|DSN-Gateway|Received-From-MTA|Arrival-Date|Original-Envelope-Id|Original-Recipient|Final-Recipient|" +
  "Remote-MTA|Diagnostic-Code|Last-Attempt-Date|Final-Log-ID|Will-Retry-Until|Localized-Diagnostic|Failure-Reason|" +
  "X-[A-Za-z][A-Za-z0-9-]{1,60}|Action(?=[ \\t]{0,3}:\\s{0,5}(?:failed|delayed|delivered|relayed|expanded|failure))|" +
  "Status(?=[ \\t]{0,3}:\\s{0,5}\\(?[245]\\.\\d)";

const FIELD_AT_LINE = new RegExp(`(?:^|\\n)[ \\t]{0,8}(${NAMES})[ \\t]{0,3}:`, "gi");
const FIELD_ANYWHERE = new RegExp(`(?:^|[\\s>])(${NAMES})[ \\t]{0,3}:`, "gi");

/** What ends the last field of a report whose line breaks are gone. */
const END =
  /\n[ \t]{0,80}\n|\s--[-\w=.]{6}|\s(?:Received:\s|Return-Path:\s|DKIM-Signature:\s|Message-ID:\s|Content-Type:\s|Content-Description:\s|From:\s|Subject:\s|(?:Original )?message headers?:|-{3,99} )/i;

const LONGEST_VALUE = 4000;

function readFields(text: string): readonly Field[] {
  const atLines = [...text.matchAll(FIELD_AT_LINE)];
  const matches = atLines.length >= 3 ? atLines : [...text.matchAll(FIELD_ANYWHERE)];
  return matches.slice(0, 20_000).map((match, index) => {
    const start = match.index + match[0].length;
    const end = matches[index + 1]?.index ?? text.length;
    const raw = text.slice(start, Math.min(end, start + LONGEST_VALUE));
    const stop = raw.search(END);
    return {
      name: (match[1] ?? "").toLowerCase(),
      value: (stop === -1 ? raw : raw.slice(0, stop)).replace(/\s+/g, " ").trim(),
      start: match.index,
      apart: /\n[ \t]{0,80}$/.test(text.slice(Math.max(0, match.index - 20), match.index)),
    };
  });
}

const PER_RECIPIENT = new Set([
  "original-recipient",
  "final-recipient",
  "action",
  "status",
  "remote-mta",
  "diagnostic-code",
  "x-actual-recipient",
]);

type Block = Map<string, string>;

function splitByRecipient(fields: readonly Field[]): readonly Block[] {
  const blocks: Block[] = [];
  let block: Block = new Map();
  const finish = (): void => {
    if (block.has("final-recipient") || block.has("original-recipient") || block.has("diagnostic-code"))
      blocks.push(block);
    block = new Map();
  };
  for (const { name, value, apart } of fields) {
    const known = PER_RECIPIENT.has(name);
    const repeats = known && block.has(name);
    // Empty lines alone prove nothing: some stand between the fields of one recipient.
    const named = block.has("final-recipient") || block.has("diagnostic-code");
    const nextStarts = name.endsWith("-recipient") && named && (apart || block.has("status"));
    if (repeats || nextStarts) finish();
    if (known || (block.size > 0 && name.startsWith("x-"))) block.set(name, value);
  }
  finish();
  return blocks.length > MOST_RECIPIENTS ? blocks.slice(0, MOST_RECIPIENTS) : blocks;
}

const MOST_RECIPIENTS = 1000;

function recipientStatus(block: Block): RecipientStatus {
  const remote = block.get("remote-mta");
  return {
    finalRecipient:
      addressOf(block.get("final-recipient") ?? null) ?? addressOf(block.get("x-actual-recipient") ?? null),
    originalRecipient: addressOf(block.get("original-recipient") ?? null),
    action: /[a-z]+/.exec(block.get("action")?.toLowerCase() ?? "")?.[0] ?? null,
    status: /[245]\.\d{1,3}\.\d{1,3}/.exec(block.get("status") ?? "")?.[0] ?? null,
    remoteMta: remote === undefined ? null : hostOf(remote),
    remoteIp: remote === undefined ? null : ipOf(remote),
    diagnostic: diagnosticOf(block.get("diagnostic-code")),
    supplements: SUPPLEMENTS.flatMap(name => block.get(name) ?? []),
  };
}

const SUPPLEMENTS = [
  "x-supplementary-info",
  "x-notes",
  "x-error",
  "x-diagnostic",
  "x-smtp-response",
  "x-failure-reason",
];

const diagnosticOf = (value: string | undefined): string | null => {
  const text = value?.replace(/^\s*[A-Za-z][\w.-]{0,30}\s{0,3};\s*/, "").trim() ?? "";
  return text === "" ? null : text;
};

/** "dns; mx.example.com (192.0.2.1)": the type goes, comments go, an address literal is no name. */
function hostOf(value: string): string | null {
  const name = value.replace(/^\s*[\w-]{1,30}\s{0,3};\s*/, "").trim();
  const host = firstHost(name);
  if (host !== null) return host;
  const bare = /^[\w.-]{1,255}/.exec(name)?.[0].replace(/\.$/, "") ?? "";
  return bare === "" || firstIp(bare) !== null ? null : bare;
}

/** Oracle's server writes (TCP|own|port|peer|port): the peer is the second address. */
const ipOf = (value: string): string | null =>
  firstIp(/\(TCP\|[^|()]{1,60}\|\d{1,5}\|([^|()]{1,60})\|/i.exec(value)?.[1] ?? value);

/** The address of "rfc822; <user@example.com>", with the escapes of RFC 6533 3 and RFC 3461 4 undone. */
function addressOf(value: string | null): string | null {
  if (value === null) return null;
  const bare = value
    .replace(/^\s*[\w-]{1,30}\s{0,3};\s*/, "")
    .replace(/\\x\{([\da-f]{2,6})\}/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))),
    )
    .replace(/\+3D/g, "=")
    .trim();
  const inner =
    /<([^<>]{1,320})>/.exec(bare)?.[1] ??
    /^"?([^\s"();,]{1,320}(?:@[^\s"();,]{1,255})?)/.exec(bare)?.[1] ??
    "";
  return inner === "" || inner === "<>" ? null : decodeEncapsulated(inner);
}

/** Exchange wraps foreign addresses: IMCEASMTP-user+40example+2Ecom@contoso.com. */
function decodeEncapsulated(address: string): string {
  const inner = /^IMCEASMTP-([^@]{3,300})@/i.exec(address)?.[1];
  if (inner === undefined) return address;
  return inner.replace(/\+([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Whether a text holds the fields of a delivery report. */
export const isStatusText = (text: string): boolean => MARK.test(text);
