import type { FailedAnswer } from "#lib/dns/answer.ts";

/** The lookups that failed, and why nothing is known because of them. */
export type Unanswered = {
  readonly reason: "dns-failed" | "over-budget";
  /** Ids of the lookups. */
  readonly lookups: readonly string[];
};

/**
 * A conclusion, or the reason why it cannot be drawn. An analysis that rests on several lookups is made of these,
 * so that one failed lookup takes away what depends on it and nothing else.
 */
export type Known<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Unanswered };

export const known = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** What cannot be known because these lookups failed. */
export const unknownFor = (
  ...answers: readonly FailedAnswer[]
): { readonly ok: false; readonly failure: Unanswered } => ({
  ok: false,
  failure: {
    reason: answers.some(answer => answer.status === "over-budget") ? "over-budget" : "dns-failed",
    lookups: answers.map(answer => answer.id),
  },
});

/** Carries a conclusion on to what follows from it. */
export const mapKnown = <From, To>(part: Known<From>, draw: (value: From) => To): Known<To> =>
  part.ok ? known(draw(part.value)) : part;
