import { type RankedCause, toThousandths } from "./classification.ts";
import type { Reason, ReasonCode } from "./reasons.ts";

/**
 * Ranks the other causes of a failure together with the chance that somebody else sent the mail: then the report answers
 * a forgery (backscatter), and what it says of the recipient concerns nobody. Nothing changes without a strong sign.
 */
export function withForgery(
  causes: readonly RankedCause[],
  signs: readonly Reason[] | undefined,
): readonly RankedCause[] {
  if (signs === undefined || !signs.some(({ code }) => STRONG.has(code))) return causes;
  if (causes.some(({ cause }) => cause === "forged_sender")) return causes;
  const odds = signs.reduce((product, { code }) => product * (ODDS[code] ?? 1), RARE);
  const probability = toThousandths(odds / (1 + odds));
  if (probability < LEAST) return causes;
  const forged: RankedCause = {
    cause: "forged_sender",
    probability,
    for: signs.filter(({ code }) => (ODDS[code] ?? 1) > 1),
    against: signs.filter(({ code }) => (ODDS[code] ?? 1) < 1),
  };
  const others = causes.map(cause => ({
    ...cause,
    probability: toThousandths(cause.probability * (1 - probability)),
  }));
  return [...others, forged].toSorted((left, right) => right.probability - left.probability);
}

/** Odds of a forgery for a report about which nothing is known: people paste what came of their own mail. */
const RARE = 0.02;
/** Below this it is not worth a line. */
const LEAST = 0.1;

/** How much more often each sign is met where the sender is forged. */
const ODDS: Readonly<Partial<Record<ReasonCode, number>>> = {
  "quoted-spf-failed": 12,
  "quoted-dmarc-failed": 8,
  "quoted-marked-as-spam": 4,
  "quoted-from-dial-up": 15,
  "quoted-trace-foreign": 4,
  "quoted-message-id-foreign": 3,
  "quoted-trace-own": 0.02,
  "quoted-signed": 0.02,
  "report-from-own-server": 0.01,
};

const STRONG: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "quoted-spf-failed",
  "quoted-dmarc-failed",
  "quoted-marked-as-spam",
  "quoted-from-dial-up",
]);
