import { CAUSE_FACTS } from "#lib/bounce/causes.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import type { BatchOverview, CauseGroup } from "#lib/services/batches/summarise.ts";
import type { BatchView } from "./batch-view.ts";
import { number } from "./numbers.ts";

/** What most of the failures come down to, in one sentence; and what follows for the list of addresses. */
export function batchVerdict(
  overview: Pick<BatchOverview, "causes" | "fates" | "matching">,
): BatchView["verdict"] {
  const { matching } = overview;
  if (matching.failures === 0) {
    return { sentence: "No failed mail was found in this.", addition: null };
  }
  const stories = STORIES.map(story => ({ ...story, ...storyOf(story, overview.causes) }));
  const [main] = stories.toSorted((one, other) => other.failures - one.failures);
  if (main === undefined) return { sentence: "", addition: null };
  const { words, verb } = shareWords(main.failures / matching.failures);
  const above = main.top === null || !main.named ? "" : `, above all: ${lowerFirst(CAUSE_TITLES[main.top])}`;
  return {
    sentence: `${words} of these ${number(matching.failures)} failures ${verb} ${main.words}${above}.`,
    addition: listWords(overview.fates),
  };
}

interface Story {
  readonly words: string;
  /** Whether the cause is worth naming. */
  readonly named: boolean;
  readonly part: (group: CauseGroup) => number;
}

const partyOf = ({ cause }: CauseGroup) => CAUSE_FACTS[cause].party;
const isMine = (group: CauseGroup): boolean =>
  partyOf(group) === "sender_admin" || partyOf(group) === "sender";

const STORIES: readonly Story[] = [
  { words: "about addresses that do not work any more", named: false, part: ({ fates }) => fates.remove },
  {
    words: "for your side to put right",
    named: true,
    part: group => (isMine(group) ? group.fates.repair : 0),
  },
  {
    words: "for the recipients’ side to put right",
    named: true,
    part: group => (isMine(group) ? 0 : group.fates.repair),
  },
  {
    words: "only for the moment: the servers want the mail later",
    named: false,
    part: ({ fates }) => fates.retry,
  },
  {
    words: "undecided until their domains have been measured",
    named: false,
    part: ({ fates }) => fates.undecided,
  },
  { words: "not clear from what the servers said", named: false, part: ({ fates }) => fates.ask },
  { words: "settled: a later mail got through", named: false, part: ({ fates }) => fates.reached },
];

function storyOf({ part }: Story, causes: readonly CauseGroup[]) {
  const parts = causes.map(group => ({ cause: group.cause, failures: part(group) }));
  const [top] = parts.toSorted((one, other) => other.failures - one.failures);
  return { failures: parts.reduce((sum, { failures }) => sum + failures, 0), top: top?.cause ?? null };
}

/** A share as people say it. */
function shareWords(share: number): { readonly words: string; readonly verb: string } {
  if (share === 1) return { words: "All", verb: "are" };
  if (share >= 0.95) return { words: "Nearly all", verb: "are" };
  if (share >= 0.6) return { words: "Most", verb: "are" };
  if (share >= 0.45) return { words: "About half", verb: "are" };
  return { words: "The largest part", verb: "is" };
}

function listWords(fates: BatchOverview["fates"]): string | null {
  const { remove = 0, undecided = 0, ask = 0, repair = 0, retry = 0, reached = 0 } = fates;
  const keep = undecided + ask + repair + retry + reached;
  const unclear = undecided + ask;
  if (remove + keep === 0) return null;
  const off =
    remove === 0
      ? `No address has to come off your list${undecided === 0 ? "" : " yet"}.`
      : `${number(remove)} ${remove === 1 ? "address has" : "addresses have"} to come off your list.`;
  if (keep === 0) return off;
  const condition =
    unclear === 0 ? "" : `${unclear === keep ? "" : `, ${number(unclear)} of them`} until you know more`;
  return `${off} ${number(keep)} can stay${condition}.`;
}

const lowerFirst = (title: string): string =>
  title.replace(/^[A-Z](?=[a-z ])/, letter => letter.toLowerCase());
