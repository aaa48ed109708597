import type { Cause, Stage } from "./vocabulary.ts";

/** Which tier answered; earlier tiers are believed more. */
export type RuleTier = "provider-text" | "generic-text" | "enhanced-status" | "smtp-class";

export interface RuleCondition {
  /** Reply codes; "4xx" and "5xx" stand for the class. */
  readonly codes?: readonly (number | "4xx" | "5xx")[];
  readonly enhanced?: readonly string[];
  /** Linear-time pattern over the clean reply text, matched without regard to case. */
  readonly text?: RegExp;
  readonly stage?: readonly Stage[];
}

/** One piece of knowledge about what a mail system means. Data: a test demands that it alone answers its examples. */
export interface Rule {
  /** Starts with the name of its file: "microsoft365/recipient-not-in-directory". */
  readonly id: string;
  readonly cause: Cause;
  /** Further causes this text leaves open, with their share of the probability. */
  readonly otherCauses?: readonly { readonly cause: Cause; readonly probability: number }[];
  /** Honest: of the answers given at 0.9 or more, nine in ten are right. */
  readonly probability: number;
  readonly when: RuleCondition;
  /** The public page or standard that says so. */
  readonly source: string;
  /** Real-looking replies that exactly this rule must answer. */
  readonly examples: readonly [string, ...string[]];
}

export interface RuleSet {
  readonly name: string;
  /** Provider ids (data/mx-providers.json) whose replies these rules read; null for every mail system. */
  readonly providers: readonly string[] | null;
  readonly tier: RuleTier;
  readonly rules: readonly Rule[];
}

/** Declares the rules of one file. Order within it is the order of asking. */
export const defineRules = (set: RuleSet): RuleSet => set;
