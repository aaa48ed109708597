import { firstHost, firstIp, isPrivateIp } from "../words/hosts.ts";

/** One hop of a mail (RFC 5321 4.4), as the receiving host wrote it down. */
export interface Hop {
  /** The name the client gave. */
  readonly helo: string | null;
  /** Address the connection came from. */
  readonly ip: string | null;
  readonly by: string | null;
  /** A person's program handed the mail in: the client is no mail server. */
  readonly submission: boolean;
  /** Envelope sender, where the host noted it. */
  readonly envelopeFrom: string | null;
}

export function parseReceived(value: string): Hop {
  const line = value.slice(0, 2000);
  const by = /(?:^|\s)by\s+([^\s;()]{1,255})/i.exec(line);
  const from = line.slice(0, by === null ? line.length : by.index);
  return {
    helo: heloOf(from),
    ip: ipOf(from),
    by: by?.[1] === undefined ? null : firstHost(by[1]),
    submission: SUBMISSION.test(line),
    envelopeFrom: /envelope-(?:from|sender)[\s=:]{1,3}<([^<>\s]{1,320})>/i.exec(line)?.[1] ?? null,
  };
}

/** Authenticated protocols (RFC 3848), web mail, and programs on the same machine. */
const SUBMISSION =
  /\bwith (?:UTF8)?E?SMTPS?A\b|\bauthenticated[ -](?:sender|user|as|id)|\bwith (?:HTTPS?|mapi|local|userid)\b|\bauth=(?!none)|\(No client certificate requested\) .{0,40}\(Authenticated/i;

function heloOf(from: string): string | null {
  const named =
    /\bhelo[ =]([^\s()[\]]{1,255})/i.exec(from)?.[1] ?? /^\s*from\s+([^\s()[\];]{1,255})/i.exec(from)?.[1];
  return named === undefined || /^(?:unknown|localhost|by)$/i.test(named) ? null : named;
}

/** In parentheses or brackets stands what the server saw; before them only what the client claimed. */
function ipOf(from: string): string | null {
  const seen = from.search(/[([]/);
  return seen === -1 ? null : firstIp(from.slice(seen));
}

/**
 * The last mail server before the host that wrote the topmost line: the first hop, from the top, that came over the
 * network from a public address and was no submission.
 */
export const lastPublicHop = (received: readonly string[]): Hop | null =>
  received
    .slice(0, 30)
    .map(parseReceived)
    .find(hop => hop.ip !== null && !isPrivateIp(hop.ip) && !hop.submission) ?? null;
