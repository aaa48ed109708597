import { advise } from "#lib/bounce/advice/advice.ts";
import { CAUSE_FACTS } from "#lib/bounce/causes.ts";
import { CAUSE_SENTENCES } from "#lib/bounce/cause-sentences.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import { providerName } from "#lib/bounce/provider.ts";
import { reason } from "#lib/bounce/reasons.ts";
import type { Party } from "#lib/bounce/vocabulary.ts";
import { DIRECTORY_RULES } from "#lib/services/batches/domains-to-scan.ts";
import type { CauseGroup } from "#lib/services/batches/summarise.ts";
import type { CauseGroupView } from "./batch-view.ts";

/** One cause of many failures, with what each side has to do about it. */
export function viewCauseGroup(
  group: CauseGroup,
  { of, href, routes }: { of: number; href: string; routes: CauseGroupView["routes"] },
): CauseGroupView {
  const { cause, failures, addresses, domains } = group;
  return {
    id: cause,
    title: CAUSE_TITLES[cause],
    sentence: CAUSE_SENTENCES[cause],
    failures,
    addresses,
    domains,
    share: failures / of,
    who: WHO[CAUSE_FACTS[cause].party],
    when: whenWords(group),
    href,
    routes,
    advice: adviceFor(group),
    guide: group.replies.some(({ rule }) => isDirectoryRule(rule)) ? "/guides/550-5-4-1" : null,
    replies: group.replies.flatMap(({ reply, provider, failures: times }) =>
      reply === null
        ? []
        : [{ text: reply, from: provider === null ? null : providerName(provider), failures: times }],
    ),
  };
}

const WHO: Readonly<Record<Party, string>> = {
  sender: "Whoever sent it acts",
  sender_admin: "Your side’s administrator acts",
  recipient: "The recipient acts",
  recipient_admin: "The recipients’ administrator acts",
  provider: "Nobody has to act",
};

function whenWords({ failures, fates }: CauseGroup): string {
  if (fates.retry === failures) return "for the moment";
  if (fates.remove === failures) return "for good";
  if (fates.reached === failures) return "settled since";
  if (fates.undecided === failures) return "undecided";
  const parts = [
    fates.remove > 0 ? "for good" : "",
    fates.repair > 0 ? "until it is put right" : "",
    fates.retry > 0 ? "for the moment" : "",
    fates.ask > 0 ? "unclear" : "",
    fates.undecided > 0 ? "undecided" : "",
  ];
  return parts.filter(part => part !== "").join(", or ");
}

/** In commands and sentences about many recipients. */
const ANY_RECIPIENT = "<name>@<domain>";

const isDirectoryRule = (rule: string | null): boolean => rule !== null && DIRECTORY_RULES.includes(rule);

/** The advice of the cause, with what all its failures have in common. */
function adviceFor({
  cause,
  provider,
  senderDomain,
  sendingIp,
  replies,
}: CauseGroup): CauseGroupView["advice"] {
  const directory = replies.every(({ rule }) => isDirectoryRule(rule));
  const grounds = directory ? [reason("directory-refusal", {})] : [];
  const steps = advise(
    { causes: [{ cause, probability: 1, for: grounds, against: [] }], provider },
    { recipient: ANY_RECIPIENT, senderDomain, sendingIp, reply: replies[0]?.reply ?? null },
  );
  return [
    { who: "You", steps: steps.sender },
    { who: "Your administrator", steps: steps.senderAdmin },
    { who: "Their administrator", steps: steps.recipientAdmin },
  ].filter(({ steps: own }) => own.length > 0);
}
