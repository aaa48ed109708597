import type { Evidence, EvidenceKey } from "./evidence.ts";
import type { Fix, FixContext, Gathered, GatherFailure, Json, OutcomeStatus, SectionId } from "./finding.ts";

type ArgsShape = { readonly [key: string]: Json | undefined };

/** One answer a check can give. Its words are functions of exactly the arguments that are stored. */
export interface Outcome<Args extends ArgsShape> {
  readonly status: OutcomeStatus | ((args: Args) => OutcomeStatus);
  /** The answer in one plain sentence without a full stop. */
  readonly title: (args: Args) => string;
  /** What it means for mail, where the title does not say it. */
  readonly detail?: (args: Args) => string;
  /** The number people look for, such as "7 / 10"; without it a check of many subjects shows how many pass. */
  readonly figure?: (args: Args) => string;
  /** Required for warn and fail. */
  readonly fix?: (args: Args, context: FixContext) => Fix;
  /** Representative arguments for the documentation page and its tests. */
  readonly example: Args;
  /** True where the outcome means "not measured from here": it lowers the coverage and nothing else. */
  readonly unmeasured?: true;
}

/** Gives an outcome its argument type: `outcome<{ lookups: number }>({ ... })`. */
export const outcome = <Args extends ArgsShape = Record<never, never>>(
  definition: Outcome<Args>,
): Outcome<Args> => definition;

// oxlint-disable-next-line typescript/no-explicit-any -- one argument type per key; `any` is confined to this line
export type Outcomes = { readonly [code: string]: Outcome<any> };

type ArgsOf<Definition> = Definition extends Outcome<infer Args> ? Args : never;

/** Why a check has nothing to say about this domain. Closed list; words in present.ts. */
export const INAPPLICABLE_REASONS = [
  "domain-does-not-exist",
  "no-mx",
  "null-mx",
  "no-null-mx",
  "no-spf-record",
  "invalid-spf-record",
  "no-include",
  "no-dkim-key",
  "no-dmarc-record",
  "does-not-send",
  "does-not-receive",
  "no-address-to-check",
  "not-signed",
  "no-policy",
  "nothing-to-compare",
] as const;
export type InapplicableReason = (typeof INAPPLICABLE_REASONS)[number];

/** What `run` returns for one subject. */
export type Verdict<Definitions extends Outcomes> =
  | {
      [Code in keyof Definitions & string]: {
        readonly outcome: Code;
        readonly args: ArgsOf<Definitions[Code]>;
        readonly subject?: string;
        /** Ids of the lookups this verdict rests on; all lookups of the needed probes when left out. */
        readonly lookups?: readonly string[];
      };
    }[keyof Definitions & string]
  | NotApplicable;

export interface NotApplicable {
  readonly outcome: "not-applicable";
  readonly args: { readonly because: InapplicableReason };
  readonly subject?: string;
  readonly lookups?: readonly string[];
}

export const notApplicable = (because: InapplicableReason): NotApplicable => ({
  outcome: "not-applicable",
  args: { because },
});

/** A subject whose evidence could not be gathered. Made by `each` only, on behalf of the check. */
export interface Undecided {
  readonly outcome: "inconclusive";
  readonly args: Record<never, never>;
  readonly subject?: string;
  readonly failure: GatherFailure;
}

export interface CheckTools {
  /** Opens a part of the evidence. When it was not gathered, the check ends and the runner says so. */
  need<Value>(part: Gathered<Value>): Value;
  /** Judges many subjects; one that needs missing evidence becomes inconclusive without the others. */
  each<Item, Given>(
    items: readonly Item[],
    subjectOf: (item: Item) => string,
    judge: (item: Item) => Given,
  ): readonly (Given | Undecided)[];
}

export interface Check<Needs extends EvidenceKey = EvidenceKey, Definitions extends Outcomes = Outcomes> {
  /** Equal to the file name. */
  readonly id: string;
  readonly section: SectionId;
  /** The question this check asks, as a person would. */
  readonly question: string;
  /** Two sentences for the documentation page. */
  readonly why: string;
  /** RFC and subject. */
  readonly reference: string;
  /** An inconclusive weighty check means that there is no letter grade. */
  readonly weighty: boolean;
  readonly needs: readonly Needs[];
  readonly outcomes: Definitions;
  run(
    evidence: { readonly [Key in Needs]: Evidence[Key] },
    tools: CheckTools,
  ): Verdict<Definitions> | readonly (Verdict<Definitions> | Undecided)[];
}

/**
 * Declares a check: a pure, synchronous judgement over the evidence named in `needs`. An unknown outcome or
 * wrong arguments do not compile; a probe that failed never reaches `run`.
 */
export const defineCheck = <Needs extends EvidenceKey, const Definitions extends Outcomes>(
  check: Check<Needs, Definitions>,
): Check<Needs, Definitions> => check;
