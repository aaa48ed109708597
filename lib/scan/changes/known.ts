import type { FailureReason, Finding } from "../finding.ts";
import { checkById } from "../registry.ts";
import type { ScanReport } from "../report.ts";
import { changeRuleOf } from "./rules/index.ts";
import { nameOf, type Said, saidBy } from "./said.ts";

/**
 * What is known for certain of a domain: for everything that was ever answered the last answer that rests on
 * evidence. An answer that could not be had never takes the place of one that could.
 */
export interface Known {
  /** The version whose checks gave the answers: those of another cannot be compared with them. */
  readonly engine: string;
  /** Whether the last look saw everything, so that what it did not name was not there. */
  readonly whole: boolean;
  readonly said: readonly Said[];
}

/** What one report says, apart from what it cannot say. */
export interface Look {
  readonly engine: string;
  readonly whole: boolean;
  /** Conclusive answers worth comparing, by their name (`nameOf`). */
  readonly said: ReadonlyMap<string, readonly Said[]>;
  /** Names about which this look could not tell. */
  readonly unsure: ReadonlySet<string>;
  /** Checks that could not tell as a whole, or had nothing to tell. */
  readonly silent: ReadonlySet<string>;
}

/** Takes a report apart into what it knows and what it does not. */
export function lookAt({ engine, findings }: Pick<ScanReport, "engine" | "findings">): Look {
  const unknown = findings.filter(isUnknown);
  const unsure = new Set(unknown.map(nameOf));
  const said = findings
    .filter(one => !unsure.has(nameOf(one)) && changeRuleOf(one.check).quiet?.(one) !== true)
    .map(saidBy);
  return {
    engine,
    whole: !findings.some(hidesOthers),
    said: Map.groupBy(said, nameOf),
    unsure,
    silent: new Set(unknown.filter(({ subject }) => subject === null).map(({ check }) => check)),
  };
}

/** What is known after a first look. */
export const firstKnown = (look: Look): Known => ({
  engine: look.engine,
  whole: look.whole,
  said: [...look.said.values()].flat(),
});

/**
 * An answer that says nothing about the domain: the evidence was not to be had, was not measured from here, or
 * the question does not arise, of which another check tells the reason.
 */
function isUnknown(finding: Finding): boolean {
  if (finding.status === "inconclusive" || finding.status === "not-applicable") return true;
  if (checkById(finding.check)?.outcomes[finding.outcome]?.unmeasured === true) return true;
  return changeRuleOf(finding.check).isPartial?.(finding) === true;
}

/** Behind a failed lookup there may be hosts, keys or addresses of which a whole look would have spoken. */
function hidesOthers(finding: Finding): boolean {
  if (changeRuleOf(finding.check).isPartial?.(finding) === true) return true;
  return finding.status === "inconclusive" && !HIDES_NOTHING.has(finding.args["reason"] as FailureReason);
}

/** Reasons that lie in the installation and hold for one question only. */
const HIDES_NOTHING: ReadonlySet<FailureReason> = new Set(["resolver-not-validating", "not-gathered"]);
