import type { Check, CheckTools, NotApplicable, Undecided, Verdict } from "./define-check.ts";
import type { Outcomes } from "./define-check.ts";
import type { EvidenceKey, GatheredEvidence } from "./evidence.ts";
import type { Finding, Gathered, GatherFailure, OutcomeStatus } from "./finding.ts";

/** Told of a bug in a check or a probe, for the operator's log. The report says "crashed" and nothing more. */
export type OnFault = (where: string, error: unknown) => void;

/** Thrown by `need` inside a check and caught here, nowhere else. */
class MissingEvidence extends Error {
  readonly failure: GatherFailure;
  constructor(failure: GatherFailure) {
    super("evidence was not gathered");
    this.failure = failure;
  }
}

/**
 * Lets one check judge the gathered evidence. If a needed probe failed, or the check opened a part that was
 * not gathered, the answer is `inconclusive` with the cause, and the check had no say in it.
 */
export function judge(
  check: Check,
  evidence: Pick<GatheredEvidence, EvidenceKey>,
  lookupsOf: (key: EvidenceKey) => readonly string[],
  onFault: OnFault,
): readonly Finding[] {
  const known: Record<string, unknown> = {};
  for (const key of check.needs) {
    const part: Gathered<unknown> = evidence[key];
    if (!part.ok) return [inconclusive(check.id, null, part.failure)];
    known[key] = part.value;
  }
  const rests = [...new Set(check.needs.flatMap(key => lookupsOf(key)))];
  const verdicts = verdictsOf(check, known, onFault);
  return verdicts.map(verdict => findingOf(check, verdict, rests));
}

function verdictsOf(
  check: Check,
  known: Record<string, unknown>,
  onFault: OnFault,
): readonly (Verdict<Outcomes> | Undecided)[] {
  try {
    // `known` holds exactly the evidence in `needs`, each key opened above.
    const said = check.run(known as Parameters<Check["run"]>[0], tools);
    return isList(said) ? said : [said];
  } catch (error) {
    if (error instanceof MissingEvidence) return [undecided(error.failure)];
    onFault(`check ${check.id}`, error);
    return [undecided({ reason: "crashed", lookups: [] })];
  }
}

const isList = <Item>(value: Item | readonly Item[]): value is readonly Item[] => Array.isArray(value);

const tools: CheckTools = {
  need(part) {
    if (part.ok) return part.value;
    throw new MissingEvidence(part.failure);
  },
  each(items, subjectOf, decide) {
    return items.map(item => {
      try {
        const verdict = decide(item);
        return withSubject(verdict, subjectOf(item));
      } catch (error) {
        if (!(error instanceof MissingEvidence)) throw error;
        return { ...undecided(error.failure), subject: subjectOf(item) };
      }
    });
  },
};

/** A verdict keeps a subject of its own; else it gets that of the item it was made for. */
const withSubject = <Given>(verdict: Given, subject: string): Given =>
  typeof verdict === "object" && verdict !== null && !("subject" in verdict)
    ? { ...verdict, subject }
    : verdict;

const undecided = (failure: GatherFailure): Undecided => ({ outcome: "inconclusive", args: {}, failure });

const inconclusive = (check: string, subject: string | null, failure: GatherFailure): Finding => ({
  check,
  outcome: "inconclusive",
  status: "inconclusive",
  subject,
  args: { reason: failure.reason },
  lookups: failure.lookups,
});

/** A verdict as it is stored; `rests` are the lookups it rests on where it does not name its own. */
export function findingOf(
  check: Check,
  verdict: Verdict<Outcomes> | NotApplicable | Undecided,
  rests: readonly string[] = [],
): Finding {
  const subject = verdict.subject ?? null;
  if (isUndecided(verdict)) return inconclusive(check.id, subject, verdict.failure);
  const lookups = verdict.lookups ?? rests;
  const { outcome, args } = verdict;
  return { check: check.id, outcome, status: statusOf(check, outcome, args), subject, args, lookups };
}

const isUndecided = (verdict: object): verdict is Undecided => "failure" in verdict;

function statusOf(check: Check, code: string, args: Finding["args"]): OutcomeStatus {
  if (code === "not-applicable") return "not-applicable";
  const status = check.outcomes[code]?.status;
  if (status === undefined) throw new Error(`${check.id} has no outcome ${code}`);
  return typeof status === "function" ? status(args) : status;
}
