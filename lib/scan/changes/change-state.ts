/** How far something noticed has come: told to nobody yet, told, or dropped. */
export type ChangeState = "unconfirmed" | "confirmed" | "dismissed";

export function changeState({
  confirmedAt,
  dismissedAt,
}: {
  readonly confirmedAt: Date | null;
  readonly dismissedAt: Date | null;
}): ChangeState {
  if (confirmedAt !== null) return "confirmed";
  return dismissedAt === null ? "unconfirmed" : "dismissed";
}
