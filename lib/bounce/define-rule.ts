import type { Cause, Party, Permanence, Stage } from "./vocabulary.ts";

/** Which tier answered; earlier tiers are believed more. */
export type RuleTier = "provider-text" | "generic-text" | "enhanced-status" | "smtp-class";

export interface RuleCondition {
  /** Reply codes; "4xx" and "5xx" stand for the class. */
  readonly codes?: readonly (number | "4xx" | "5xx")[];
  /** Enhanced status codes; "4.7.500-4.7.699" is a range of the last number, "x.1.1" leaves the class open, "x.1.*" the detail too. */
  readonly enhanced?: readonly string[];
  /**
   * Patterns over the clean reply text, one of which has to match, without regard to case. Nothing in them repeats
   * without bound, so they take linear time.
   */
  readonly text?: RegExp | readonly RegExp[];
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
  /**
   * The words betray the system that uses them: asked also where the provider is not recognised from hosts, and
   * then they name the provider.
   */
  readonly distinctive?: true;
  /** The causes behind these words are ranked by evidence (rank-541.ts) instead of by `otherCauses`. */
  readonly ranking?: "directory-refusal";
  /** A wrapper whose own words explain more than the reply it wraps: believed before the innermost reply. */
  readonly overInner?: true;
  /** Where this system means it otherwise than the class of its reply says. */
  readonly permanence?: Permanence;
  /** Where another party than the cause's usual one has to act. */
  readonly party?: Party;
  /** The public page or standard that says so; "observed: ..." where only mail in circulation does. */
  readonly source: string;
  /** Real-looking replies that exactly this rule must answer. */
  readonly examples: readonly [string, ...string[]];
}

export interface RuleSet {
  readonly name: string;
  /** Provider ids (data/mx-providers.json) whose replies these rules read; null for every mail system. */
  readonly providers: readonly string[] | null;
  /** The provider named when a distinctive rule of this set answers and no host told who spoke. */
  readonly speaksFor?: string;
  readonly tier: RuleTier;
  readonly rules: readonly Rule[];
}

/** Declares the rules of one file. Order within it is the order of asking. */
export const defineRules = (set: RuleSet): RuleSet => set;
