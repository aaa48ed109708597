import type { AddressDead, Party, Permanence } from "#lib/bounce/vocabulary.ts";
import type { JoinedFailure } from "#lib/triage/join-evidence.ts";
import type { RefusalView } from "./bounce-view.ts";

/** The three questions that people ask after the cause. */
export function answersFor({
  failure,
  isWayUnchecked,
}: Pick<JoinedFailure, "failure" | "isWayUnchecked">): RefusalView["answers"] {
  const { party, permanence, addressDead, recipient } = failure;
  const keep = isWayUnchecked ? UNCHECKED : KEEP[addressDead];
  return [
    { question: "Who has to act", answer: WHO[party] },
    { question: "Will it pass by itself?", answer: FINAL[permanence] },
    ...(recipient === null ? [] : [{ question: "Keep the address?", answer: keep }]),
  ];
}

const UNCHECKED = "Keep it, until their MX record could be looked up";

const WHO: Readonly<Record<Party, string>> = {
  sender: "You, who wrote it",
  sender_admin: "Your own administrator",
  recipient: "The recipient",
  recipient_admin: "Their administrator",
  provider: "Nobody",
};

const FINAL: Readonly<Record<Permanence, string>> = {
  permanent: "No: sending again brings the same",
  temporary: "Probably: try again later",
  after_fix: "No, but it will once it is put right",
};

const KEEP: Readonly<Record<AddressDead, string>> = {
  yes: "Remove it from your lists",
  no: "Keep it",
  unknown: "Keep it, until it is refused again",
};
