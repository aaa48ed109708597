import type { Answer, FailedAnswer } from "#lib/dns/answer.ts";
import type { Unanswered } from "#lib/mail/known.ts";
import type { UnknownReason } from "./evidence.ts";

/** Something that was found out. */
export const found = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** Something that could not be asked, or that no answer came to. */
export const unknown = (because: UnknownReason, lookups: readonly string[] = []) =>
  ({ ok: false, because, lookups }) as const;

/** The failure of lookups as the reason why nothing is known. */
export const noAnswer = (...answers: readonly FailedAnswer[]) =>
  unknown(
    answers.some(({ status }) => status === "over-budget") ? "over-budget" : "dns-failed",
    answers.map((answer: Answer) => answer.id),
  );

/** The same for a conclusion of the mail room. */
export const unanswered = ({ reason, lookups }: Unanswered) => unknown(reason, lookups);
