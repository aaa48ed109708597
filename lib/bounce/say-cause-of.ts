import { sayCause } from "./causes.ts";
import type { ReportedFailure } from "./bounce-report.ts";
import { providerName } from "./provider.ts";
import type { Cause } from "./vocabulary.ts";

/** The sentence of a possible cause of a failure, with the names of that failure in it. */
export const sayCauseOf = (cause: Cause, failure: ReportedFailure): string =>
  sayCause(cause, {
    // It is the address that was written to that forwards, not the one that refused.
    recipient: cause === "forwarding_target_dead" ? failure.originalRecipient : failure.recipient,
    provider: failure.provider === null ? null : providerName(failure.provider),
  });
