import { type Reason, reason } from "#lib/bounce/reasons.ts";

/** What people can tell that no server can, and that tells causes apart. Ids are stored. */
export const STATEMENTS = [
  "internal-mail-works",
  "no-message-trace",
  "recipient-answers-mail",
  "user-sent-it",
  "user-did-not-send-it",
] as const;
export type Statement = (typeof STATEMENTS)[number];

/** A statement as a reason for or against causes. */
export const statementReason = (statement: Statement): Reason => reason(statement, {});

/** Questions of which only one answer can be true. */
export const CONTRADICTIONS: readonly (readonly [Statement, Statement])[] = [
  ["user-sent-it", "user-did-not-send-it"],
];

/** The statements without repetition and without the earlier of two that contradict each other. */
export function consistentStatements(statements: readonly Statement[]): readonly Statement[] {
  const last = statements.toReversed();
  return STATEMENTS.filter(statement => {
    if (!statements.includes(statement)) return false;
    const other = CONTRADICTIONS.find(pair => pair.includes(statement))?.find(one => one !== statement);
    return other === undefined || !last.includes(other) || last.indexOf(statement) < last.indexOf(other);
  });
}
