import { type RankedCause, toThousandths } from "./classification.ts";
import type { DeliveryFailure } from "./failure.ts";
import { reason } from "./reasons.ts";
import type { Cause } from "./vocabulary.ts";
import { domainOfAny } from "./words/addresses.ts";

/**
 * Where the server of the domain that was written to reports a dead address of another domain, the address that was
 * written to lives: it forwards to one that does not (RFC 3464 2.3.1, 2.3.2). What refused the mail stays as the next
 * cause.
 */
export function withForwarding(
  causes: readonly RankedCause[],
  { originalRecipient, recipient, reportingMta }: DeliveryFailure,
): readonly RankedCause[] {
  const [top] = causes;
  if (top === undefined || !OF_DEAD_ADDRESSES.has(top.cause)) return causes;
  const [written, refused] = [domainOfAny(originalRecipient), domainOfAny(recipient)];
  if (originalRecipient === null || recipient === null || written === null || written === refused)
    return causes;
  const reporter = reportingMta?.toLowerCase() ?? "";
  if (reporter !== written && !reporter.endsWith(`.${written}`)) return causes;
  const forwarded: RankedCause = {
    cause: "forwarding_target_dead",
    probability: toThousandths(top.probability * CERTAINTY),
    for: [reason("final-recipient-differs", { original: originalRecipient, final: recipient })],
    against: [],
  };
  return [
    forwarded,
    ...causes.map(cause => ({ ...cause, probability: toThousandths(cause.probability * REST) })),
  ];
}

const OF_DEAD_ADDRESSES: ReadonlySet<Cause> = new Set(["recipient_unknown", "recipient_disabled"]);

/** A server may also write an alias of its own where the original recipient belongs. */
const CERTAINTY = 0.92;
const REST = 0.07;
