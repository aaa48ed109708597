import type { Reason } from "#lib/bounce/reasons.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { wordReason } from "#lib/bounce/wording.ts";
import { type JoinedFailure, saysNoMail } from "#lib/triage/join-evidence.ts";
import type { TypingSlip } from "#lib/triage/typing-slips.ts";
import type { EmailAddressError } from "#lib/values/email-address.ts";
import type { TypingView } from "./bounce-view.ts";
import { sentence } from "./sentence.ts";

/** What was looked at for slips of the pen; null where the address has nothing to do with the refusal. */
export function viewTyping({ failure, facts, slips }: JoinedFailure): TypingView | null {
  const { recipient, causes } = failure;
  if (recipient === null || (slips.length === 0 && !causes.some(({ cause }) => ABOUT_ADDRESS.has(cause))))
    return null;
  const route = facts.flatMap(one => (one.topic === "route" && "found" in one ? [one.found] : []));
  const isSyntax = slips.some(({ kind }) => kind === "syntax");
  const domain = recipient.slice(recipient.lastIndexOf("@") + 1);
  return {
    slips: slips.map(slipWords),
    looked: [
      ...(isSyntax ? [] : ["It is written as an address has to be."]),
      ...existenceWords(domain, route),
      ...(slips.length > 0
        ? []
        : [
            "It is not a letter away from any other address in this mail, nor its domain from a well-known one.",
          ]),
    ],
  };
}

/** Nothing where DNS did not say. */
function existenceWords(domain: string, route: readonly Reason[]): readonly string[] {
  if (route.length === 0) return [];
  const gone = route.filter(({ code }) => saysNoMail(code));
  return gone.length > 0
    ? gone.map(found => sentence(wordReason(found)))
    : [`${domain} exists and has a mail server.`];
}

const ABOUT_ADDRESS: ReadonlySet<Cause> = new Set([
  "recipient_unknown",
  "recipient_syntax",
  "recipient_not_in_edge_directory",
  "domain_not_found",
  "domain_accepts_no_mail",
]);

function slipWords(slip: TypingSlip): string {
  switch (slip.kind) {
    case "syntax":
      return SYNTAX[slip.error];
    case "address":
      return `The same mail names ${slip.meant}, which is a letter or two away.`;
    case "domain":
      return `${BECAUSE[slip.because]}: did you mean ${slip.meant}?`;
  }
}

const BECAUSE = {
  "well-known": "The part after the @ looks like a slip for a well-known domain",
  "same-mail": "The part after the @ is a letter away from that of another address in the same mail",
  own: "The part after the @ is a letter away from your own domain",
} as const;

const SYNTAX: Readonly<Record<EmailAddressError, string>> = {
  "no-at-sign": "There is no @ in it.",
  "empty-local-part": "There is nothing before the @.",
  "local-part-too-long": "The part before the @ is longer than the 64 characters that are allowed.",
  "invalid-local-part": "The part before the @ holds characters or dots that are not allowed there.",
  "invalid-domain": "The part after the @ is no domain.",
  "address-too-long": "It is longer than an address may be.",
};
