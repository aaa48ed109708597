import type { Fate } from "#lib/bounce/batch/batch-item.ts";

/** What to do with an address: in a word or two, and in a sentence. */
export const FATE_WORDS: Readonly<Record<Fate, { readonly short: string; readonly sentence: string }>> = {
  remove: { short: "Remove", sentence: "The address is gone: take it off the list." },
  undecided: {
    short: "Undecided",
    sentence:
      "Keep it for now: whether the right server refused it is known once its domain has been measured.",
  },
  retry: { short: "Send again later", sentence: "Keep it: the refusal was for the moment." },
  repair: { short: "After a fix", sentence: "Keep it, and send again when the cause has been put right." },
  ask: { short: "Unclear", sentence: "Keep it for now: find out whether it works before sending again." },
  reached: { short: "Reached since", sentence: "Keep it: a later mail got through." },
};
