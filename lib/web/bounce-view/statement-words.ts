import type { Statement } from "#lib/triage/statements.ts";

/** What the owner of a bounce may tell, as something to tick. */
export const STATEMENT_WORDS: Readonly<Record<Statement, string>> = {
  "internal-mail-works": "Mail from inside their organisation reaches this address",
  "no-message-trace": "Their administrator finds no trace of my mail",
  "recipient-answers-mail": "This person answers mail from others at this address",
  "user-sent-it": "I did send this mail",
  "user-did-not-send-it": "I did not send this mail",
};
