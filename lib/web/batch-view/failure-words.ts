import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import type { Batch } from "#lib/services/batches/summarise.ts";

/** Why nothing of a batch could be read, in one or two sentences. */
export function batchFailureWords(failure: Batch["failure"]): string {
  if (failure === null || failure === "crashed") {
    return "Something went wrong on our side, several times. It says nothing about your files. The fault has been recorded.";
  }
  if (failure === "too-much-memory")
    return "Reading it took more memory than one batch may use. Split the file.";
  return new BounceInputError(failure).message;
}
