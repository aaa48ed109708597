import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { type EmailAddressError, parseEmailAddress } from "#lib/values/email-address.ts";
import mailDomains from "../../data/mail-domains.json" with { type: "json" };
import { slipsBetween } from "./edit-distance.ts";

/** What may have been typed wrong in an address. The mailbox itself is never asked. */
export type TypingSlip =
  /** It is not written as an address has to be. */
  | { readonly kind: "syntax"; readonly error: EmailAddressError }
  /** Its domain looks like a slip for a well-known one, or one that the same mail or its sender uses. */
  | { readonly kind: "domain"; readonly meant: string; readonly because: "well-known" | "same-mail" | "own" }
  /** The same mail names an address that is a letter or two away. */
  | { readonly kind: "address"; readonly meant: string };

/** Everything in the recipient's address that looks like a slip, the surest first. */
export function typingSlips(failure: ReportedFailure, report: BounceReport): readonly TypingSlip[] {
  const { recipient } = failure;
  if (recipient === null) return [];
  const parsed = parseEmailAddress(recipient);
  if (!parsed.ok) return [{ kind: "syntax", error: parsed.error }];
  const { local, domain } = parsed.value;
  const others = othersIn(report, recipient);
  const domains = others.map(other => other.domain);
  const own = parseEmailAddress(report.message.from ?? report.message.mailFrom ?? "");
  const slips: readonly (TypingSlip | null)[] = [
    slipOf(domain, domains, "same-mail"),
    own.ok ? slipOf(domain, [own.value.domain], "own") : null,
    slipOf(domain, mailDomains.domains, "well-known"),
    ...others
      .filter(other => other.domain === domain && isNear(local.toLowerCase(), other.local.toLowerCase()))
      .map(other => ({ kind: "address", meant: other.text }) as const),
  ];
  const found = slips.filter(slip => slip !== null);
  return found.filter((slip, at) => found.findIndex(other => meantBy(other) === meantBy(slip)) === at);
}

const meantBy = (slip: TypingSlip): string => ("meant" in slip ? slip.meant : slip.kind);

/** Other addresses of the mail that were not refused themselves. */
function othersIn({ message, failures }: BounceReport, recipient: string) {
  const refused = new Set(failures.map(other => other.recipient?.toLowerCase()));
  return message.to.slice(0, MOST_OTHERS).flatMap(text => {
    const parsed = parseEmailAddress(text);
    return parsed.ok && text.toLowerCase() !== recipient.toLowerCase() && !refused.has(text.toLowerCase())
      ? [parsed.value]
      : [];
  });
}

const MOST_OTHERS = 200;

/** A domain that is known itself is no slip for another one. */
function slipOf(
  domain: string,
  known: readonly string[],
  because: "well-known" | "same-mail" | "own",
): TypingSlip | null {
  if (KNOWN.has(domain) || known.includes(domain) || domain.length < SHORTEST) return null;
  const meant = known.find(one => one.length >= SHORTEST && isSlip(domain, one));
  return meant === undefined ? null : { kind: "domain", meant, because };
}

/** One slip anywhere, or the right name with an ending that does not exist. */
const isSlip = (domain: string, known: string): boolean =>
  slipsBetween(domain, known, 1) === 1 ||
  (SLIPPED_ENDINGS.test(domain) && domain.replace(SLIPPED_ENDINGS, "") === known.replace(/\.com$/u, ""));

const SLIPPED_ENDINGS = /\.(?:con|cmo|ocm|comm|cim|vom|xom|coom|cpm)$/u;

/** In shorter names one letter makes another name, not a slip. */
const SHORTEST = 6;

const isNear = (one: string, other: string): boolean =>
  one.length >= 4 && one !== other && slipsBetween(one, other, 2) <= 2;

const KNOWN: ReadonlySet<string> = new Set(mailDomains.domains);
