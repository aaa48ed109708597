import { toAscii } from "#lib/values/idna.ts";
import { withoutFinalDot } from "./target-name.ts";

/** Who is to be authorised: <sender>, and the <domain> that says so (RFC 7208 4.1). */
export interface Identity {
  readonly sender: string;
  readonly localPart: string;
  /** The domain of <sender> as given, internationalised labels as A-labels. */
  readonly senderDomain: string;
  /** The first <domain>: the same without a final dot. */
  readonly domain: string;
  readonly helo: string;
  /** RFC 8616 4: `%{s}` and `%{l}` of this sender match nothing. */
  readonly nonAsciiLocalPart: boolean;
}

/** Takes MAIL FROM (with or without angle brackets, empty for the null reverse-path) and HELO apart. */
export function readIdentity(mailFrom: string, heloName: string): Identity {
  // RFC 8616 4: U-labels become A-labels before any look-up and before macro expansion.
  const helo = asciiDomain(heloName.trim());
  const path = reversePath(mailFrom.trim());
  const at = path.lastIndexOf("@");
  // RFC 7208 2.4: the null reverse-path stands for postmaster at the HELO name.
  const domainText = path === "" ? helo : path.slice(at + 1);
  // RFC 7208 4.3: a sender without a local part is "postmaster".
  const localPart = (at === -1 ? "" : path.slice(0, at)) || "postmaster";
  const senderDomain = asciiDomain(domainText);
  return {
    sender: `${localPart}@${senderDomain}`,
    localPart,
    senderDomain,
    domain: withoutFinalDot(senderDomain),
    helo,
    nonAsciiLocalPart: /\P{ASCII}/u.test(localPart),
  };
}

/** The mailbox of a reverse-path: without brackets and without a source route (RFC 5321 appendix C). */
function reversePath(text: string): string {
  const bare = text.startsWith("<") && text.endsWith(">") ? text.slice(1, -1) : text;
  const route = /^@[^:"]*:(?=[^@]*@)/u.exec(bare)?.[0] ?? "";
  return bare.slice(route.length);
}

/** A name that UTS 46 refuses stays as it is, and is then malformed. */
const asciiDomain = (name: string): string => (/\P{ASCII}/u.test(name) ? (toAscii(name) ?? name) : name);
