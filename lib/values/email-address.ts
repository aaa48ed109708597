import { parseHostName } from "./domain-name.ts";
import { parseIpAddress } from "./ip-address.ts";
import { err, ok, type Result } from "./result.ts";

/** A mailbox address (RFC 5321 4.1.2, RFC 6531). */
export interface EmailAddress {
  /** The local part without quotes and escapes; its case matters to its owner only. */
  readonly local: string;
  /** Lower-case A-labels, or an address literal in brackets. */
  readonly domain: string;
  /** The shortest correct spelling, quoted only where needed. */
  readonly text: string;
  /** Needs SMTPUTF8: the local part is not ASCII. */
  readonly internationalised: boolean;
}

export type EmailAddressError =
  | "no-at-sign"
  | "empty-local-part"
  | "local-part-too-long"
  | "invalid-local-part"
  | "invalid-domain"
  | "address-too-long";

/** Reads one bare address, `local@domain`, quoted local parts and internationalised addresses included. */
export function parseEmailAddress(text: string): Result<EmailAddress, EmailAddressError> {
  const at = text.lastIndexOf("@");
  if (at === -1) return err("no-at-sign");
  const local = readLocalPart(text.slice(0, at));
  if (!local.ok) return local;
  const domain = readDomain(text.slice(at + 1));
  if (domain === null) return err("invalid-domain");
  const spelled = `${spell(local.value)}@${domain}`;
  // RFC 5321 4.5.3.1.3 with erratum 1690: 256 octets for a path, two of them angle brackets.
  if (octetsIn(spelled) > 254) return err("address-too-long");
  return ok({
    local: local.value,
    domain,
    text: spelled,
    internationalised: /\P{ASCII}/u.test(local.value),
  });
}

function readLocalPart(text: string): Result<string, EmailAddressError> {
  if (text === "" || text === '""') return err("empty-local-part");
  if (octetsIn(text) > 64) return err("local-part-too-long");
  if (DOT_STRING.test(text)) return ok(text);
  if (!QUOTED_STRING.test(text)) return err("invalid-local-part");
  return ok(text.slice(1, -1).replaceAll(/\\(.)/gu, "$1"));
}

/** RFC 5321 4.1.2 Dot-string, with UTF8-non-ascii of RFC 6531 3.3 as further atext. */
const DOT_STRING =
  /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u;

const QUOTED_STRING = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e\u0080-\u{10ffff}]|\\[\x20-\x7e])*"$/u;

function readDomain(text: string): string | null {
  const literal = /^\[(?:ipv6:)?([^\]]*)\]$/iu.exec(text)?.[1];
  if (literal !== undefined) {
    const address = parseIpAddress(literal);
    return address === null ? null : address.family === 4 ? `[${address.text}]` : `[IPv6:${address.text}]`;
  }
  const host = parseHostName(text);
  return host.ok ? host.value : null;
}

const spell = (local: string): string =>
  DOT_STRING.test(local) ? local : `"${local.replaceAll(/["\\]/gu, char => `\\${char}`)}"`;

const octetsIn = (text: string): number => new TextEncoder().encode(text).length;
