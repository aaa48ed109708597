import type { Reason } from "#lib/bounce/reasons.ts";
import type { UnknownReason } from "./evidence.ts";

/** What a fact is about, in the order in which they are shown. */
export const FACT_TOPICS = [
  "route",
  "hosting",
  "zone",
  "spf",
  "dkim",
  "dmarc",
  "address-lists",
  "domain-lists",
  "reverse",
  "return-path",
  "origin",
] as const;
export type FactTopic = (typeof FACT_TOPICS)[number];

/** How a fact looks by itself, whatever it has to do with this refusal. */
export type FactStanding = "good" | "bad" | "neutral";

/** One thing that was asked about: what was found, or why it is not known. Only what was found can move a cause. */
export type Fact =
  | { readonly topic: FactTopic; readonly standing: FactStanding; readonly found: Reason }
  | { readonly topic: FactTopic; readonly standing: "unknown"; readonly because: UnknownReason };

export const fact = (topic: FactTopic, standing: FactStanding, found: Reason): Fact => ({
  topic,
  standing,
  found,
});

export const unknownFact = (topic: FactTopic, because: UnknownReason): Fact => ({
  topic,
  standing: "unknown",
  because,
});

/** The reasons in facts that are known. */
export const reasonsIn = (facts: readonly Fact[]): readonly Reason[] =>
  facts.flatMap(one => ("found" in one ? [one.found] : []));
