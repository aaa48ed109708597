import { type RankedCause, toThousandths } from "./classification.ts";
import type { Decision } from "./decide.ts";
import { type Reason, reason } from "./reasons.ts";
import { matchCode } from "./rulebook.ts";
import type { Cause } from "./vocabulary.ts";

/**
 * Ranks the causes that a rule names. A status code that says the same raises the first of them a little; one that
 * clearly says something else lowers it and is listed as the next possibility.
 */
export const rankByRule = (decision: Decision, grounds: readonly Reason[]): readonly RankedCause[] => {
  const { rule } = decision.match;
  const second = secondOpinion(decision);
  const trust = decision.ground === "notice" ? NOTICE_TRUST : 1;
  const agrees = second?.cause === rule.cause;
  const probability = rule.probability * trust;
  const adjusted = second === null ? probability : agrees ? towardsOne(probability) : probability * DOUBT;
  const others = (rule.otherCauses ?? []).map(other => ({
    cause: other.cause,
    probability: toThousandths(other.probability * trust * (agrees ? 1 - AGREEMENT : 1)),
    for: [
      reason("same-words-elsewhere", { words: decision.match.words ?? decision.statement.enhanced ?? "" }),
    ],
    against: [],
  }));
  const contradiction =
    second !== null && !agrees && !others.some(other => other.cause === second.cause)
      ? [
          {
            cause: second.cause,
            probability: toThousandths((1 - adjusted) * 0.6),
            for: [second.says],
            against: [],
          },
        ]
      : [];
  return [
    {
      cause: rule.cause,
      probability: toThousandths(Math.min(adjusted, CEILING)),
      for: agrees && second ? [...grounds, second.agrees] : grounds,
      against: second !== null && !agrees ? [second.differs] : [],
    },
    ...[...others, ...contradiction].toSorted((left, right) => right.probability - left.probability),
  ];
};

/** Sentences for people are looser than replies. */
const NOTICE_TRUST = 0.92;
const AGREEMENT = 0.4;
const DOUBT = 0.95;
const CEILING = 0.99;
/** A code has to be this telling by itself to confirm or contradict words. */
const TELLING = 0.8;

const towardsOne = (probability: number): number => probability + (1 - probability) * AGREEMENT;

interface SecondOpinion {
  readonly cause: Cause;
  readonly agrees: Reason;
  readonly differs: Reason;
  readonly says: Reason;
}

/** What the status code means by itself, where words decided. A provider's own words are known better than its codes. */
const secondOpinion = ({ match, statement }: Decision): SecondOpinion | null => {
  const status = statement.enhanced;
  if (match.words === null || status === null) return null;
  const code = matchCode(statement, "enhanced-status");
  if (code === null || code.rule.probability < TELLING) return null;
  const cause = code.rule.cause;
  if (match.set.tier === "provider-text" && cause !== match.rule.cause) return null;
  return {
    cause,
    agrees: reason("status-agrees", { status }),
    differs: reason("status-differs", { status, cause }),
    says: reason("status-says", { status }),
  };
};
