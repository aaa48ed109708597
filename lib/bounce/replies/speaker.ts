import { firstIp, HOST_SOURCE, IPV4_SOURCE } from "../words/hosts.ts";

/** Who said a reply: what the words directly before it tell. */
export interface Speaker {
  readonly host: string | null;
  readonly ip: string | null;
}

const NOBODY: Speaker = { host: null, ip: null };

/** Reads the lead-in of a reply: "host mx.example.com[192.0.2.1] said:", "by mx.example.com. [192.0.2.1]". */
export function speakerIn(leadIn: string): Speaker {
  const words = leadIn.slice(-LONGEST_LEAD_IN);
  for (const pattern of PATTERNS) {
    const match = lastMatch(words, pattern);
    if (match === null) continue;
    const { host, ip } = match.groups ?? {};
    const literal = ip === undefined ? null : firstIp(ip);
    if (host !== undefined || literal !== null) return { host: host ?? null, ip: literal };
  }
  return NOBODY;
}

/** What directly follows a reply may name the host: Exchange's last error, Oracle's "Remote system". */
export function speakerAfter(trailer: string): Speaker {
  const lastError = /^[^[\]\n]{0,200}?\{FQDN=([^{}\s]{0,255})\}(?:;\{IP=([^{}\s]{0,45})\})?/i.exec(trailer);
  const remoteSystem =
    /^\s{0,12}Remote system:\s?dns;\s?([^\s()]{1,255})(?:\s\(TCP\|[^|]{1,45}\|\d{1,5}\|([^|]{1,45})\|)?/i.exec(
      trailer,
    );
  const [, host = "", ip = ""] = lastError ?? remoteSystem ?? [];
  return { host: host === "" ? null : host, ip: firstIp(ip) };
}

/** In a transcript the host is named once, before its commands and replies: "... while talking to mx.example.com.:". */
export function hostOfTranscript(text: string, start: number): string | null {
  if (!/<<<[ \t]?$/.test(text.slice(Math.max(0, start - 6), start))) return null;
  const named = text.slice(0, start).lastIndexOf("talking to ");
  return named === -1 ? null : (TRANSCRIPT_HOST.exec(text.slice(named, named + 280))?.[1] ?? null);
}

const LONGEST_LEAD_IN = 400;

const HOST = `(?<![\\w@.-])(?<!\\blookup of )(?<host>${HOST_SOURCE})(?![\\w@])`;
const TRANSCRIPT_HOST = new RegExp(`^talking to (${HOST_SOURCE})`, "i");
const IP = `(?<ip>${IPV4_SOURCE}|(?:IPv6:)?[\\da-fA-F]{0,4}:[\\da-fA-F:.]{2,39})`;

/** Most telling first. "mail system at host" names the one that reports, not the one that refused. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`${HOST}\\.?:?\\s{0,4}(?:[[(]{1,2}|ip\\s)\\s?${IP}`, "gi"),
  new RegExp(
    `(?<!\\b(?:system|program|server|software) (?:at|on) )\\b(?:host|talking to|remote (?:mail )?server|remote system|rejected by|remote host|relay=|by|mta)[:\\s]{1,4}${HOST}`,
    "gi",
  ),
  new RegExp(
    `${HOST}\\.?\\s{1,10}(?:Remote Server )?(?:gave this error|rejected|said|returned|replied|responded|#)`,
    "gi",
  ),
  new RegExp(
    `(?:Connected to |host |server \\(?|^|\\n)\\s{0,8}\\[?${IP}\\]?\\)?\\s(?:does not like|failed after|but|said|issued|rejected|replied)`,
    "gi",
  ),
  new RegExp(`\\b(?:timed out|refused|reset|closed|dropped)(?: connection)? (?:with|by|from) ${HOST}`, "gi"),
  new RegExp(`\\b(?:host|server|connected to|talking to|by|to)\\s[[(]?${IP}`, "gi"),
];

function lastMatch(words: string, pattern: RegExp): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const match of words.matchAll(pattern)) last = match;
  return last;
}
