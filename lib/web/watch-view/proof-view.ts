import type { Monitor } from "#lib/services/monitors/get.ts";
import { challengeName } from "#lib/values/challenge-name.ts";
import type { ProofAnswer } from "#lib/services/monitors/proof.ts";
import type { RecordView } from "../scan-view/scan-view.ts";
import { utcDate, utcMinute } from "../utc-words.ts";

/** How things stand with the proof of control. */
export interface ProofView {
  readonly state: "proven" | "open" | "expired";
  readonly words: string;
  readonly record: RecordView;
}

export function proofView({ domain, proof }: Monitor, now: Date): ProofView {
  const record = {
    action: "create",
    name: challengeName(domain),
    type: "TXT",
    value: proof.value,
    replaces: null,
    terms: [],
    termsBefore: [],
  } as const;
  if (proof.provenAt !== null) {
    const since = utcDate(proof.provenAt.toISOString());
    const seen = utcDate((proof.seenAt ?? proof.provenAt).toISOString());
    const sight = seen === since ? "" : `, and the record was last seen on ${seen}`;
    const words = `The record was seen on ${since}${sight}. Leave it in place: it is looked for again every 30 days.`;
    return { state: "proven", words, record };
  }
  const expiry = utcMinute(proof.expiresAt.toISOString());
  return proof.expiresAt <= now
    ? { state: "expired", words: `The last value expired on ${expiry}. Make a new one to go on.`, record }
    : { state: "open", words: `This value can be used until ${expiry}.`, record };
}

/** What the last check said, for the form that asked. */
export function proofAnswerWords(answer: ProofAnswer, name: string): Readonly<Record<string, string>> {
  switch (answer.outcome) {
    case "found":
      return { status: "pass", title: "The record is there: you control this domain." };
    case "absent":
      return {
        status: "warn",
        title: `DNS answered, and there is no TXT record at ${name} yet.`,
        detail:
          "A new record is seen within minutes, or once an earlier answer has run out, usually within the hour.",
      };
    case "different":
      return {
        status: "warn",
        title: `There is a TXT record at ${name}, but none with this value.`,
        detail: `What stands there: ${answer.texts.map(text => `“${text}”`).join(", ")}.`,
      };
    case "unchecked":
      return {
        status: "inconclusive",
        title: "It could not be checked: DNS did not answer.",
        detail: "This says nothing about the record. Nothing was changed; try again in a minute.",
      };
  }
}
