/** A start that cannot go on, told in one sentence for the person at the keyboard. Never a stack trace. */
export class StartError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? {} : { cause });
    this.name = "StartError";
  }
}

/** The words of an exception, for the end of such a sentence. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
