import { wordReason } from "#lib/bounce/wording.ts";
import type { ReasonCode } from "#lib/bounce/reasons.ts";
import type { Status } from "#lib/scan/finding.ts";
import type { UnknownReason } from "#lib/triage/evidence.ts";
import type { Fact, FactTopic } from "#lib/triage/facts.ts";
import { FACT_TOPICS } from "#lib/triage/facts.ts";
import type { CheckedView } from "./bounce-view.ts";
import { sentence } from "./sentence.ts";

/**
 * Everything that was asked, one entry a topic, with what it has to do with the refusal. Topics of which nothing is
 * known for the same reason are one entry: the reason is worth saying once.
 */
export function viewFacts(facts: readonly Fact[], moved: ReadonlySet<ReasonCode>): readonly CheckedView[] {
  const entries = FACT_TOPICS.flatMap(topic => {
    const own = facts.filter(one => one.topic === topic);
    return own.length === 0 ? [] : [viewTopic(topic, own, moved)];
  });
  const alike = Map.groupBy(entries, ({ id, status, lines }) =>
    status === "inconclusive" ? lines.join() : id,
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, title: [first, ...others].map(({ title }) => title).join("; ") }],
  );
}

function viewTopic(topic: FactTopic, facts: readonly Fact[], moved: ReadonlySet<ReasonCode>): CheckedView {
  const counts = facts.some(one => "found" in one && moved.has(one.found.code));
  const isBad = facts.some(({ standing }) => standing === "bad");
  return {
    id: topic,
    title: TITLES[topic],
    status: statusOf(facts, counts),
    lines: facts.map(one => sentence("found" in one ? wordReason(one.found) : UNKNOWN[one.because])),
    bearing: counts ? "Counted in the causes above." : isBad ? BESIDE_THE_POINT[whose(topic)] : null,
  };
}

const BESIDE_THE_POINT = {
  yours: "Worth putting right, but not the cause of this reply.",
  theirs: "Worth knowing, but not the cause of this reply.",
} as const;

const whose = (topic: FactTopic): keyof typeof BESIDE_THE_POINT =>
  topic === "route" || topic === "hosting" || topic === "zone" ? "theirs" : "yours";

function statusOf(facts: readonly Fact[], counts: boolean): Status {
  const standings = facts.map(({ standing }) => standing);
  if (standings.includes("bad")) return counts ? "fail" : "warn";
  // What is known of one part says nothing of the part that is not.
  if (standings.includes("unknown")) return "inconclusive";
  return standings.includes("good") ? "pass" : "info";
}

const TITLES: Readonly<Record<FactTopic, string>> = {
  route: "Where their mail goes today",
  hosting: "How they use Microsoft 365",
  zone: "When their DNS changed",
  spf: "SPF for exactly this server",
  dkim: "DKIM keys of this mail",
  dmarc: "DMARC for this mail",
  "address-lists": "Blocklists: the sending server",
  "domain-lists": "Blocklists: your domain",
  reverse: "Reverse DNS of the sending server",
  "return-path": "Your return address",
  origin: "Whether it is your mail at all",
};

/** Why something is not known. Nothing follows from it. */
const UNKNOWN: Readonly<Record<UnknownReason, string>> = {
  "no-sending-address": "not asked: the report does not name the server that sent the mail",
  "private-sending-address": "not asked: the report names a private address only, which nobody outside knows",
  "no-sender-domain": "not asked: the report does not name the sender",
  "no-quoted-header": "not asked: the report does not quote the header of the mail",
  "dns-failed": "could not be checked: no answer came; nothing follows from that",
  "over-budget": "could not be checked: it would have taken too many questions",
  "too-many-domains":
    "not asked: one bounce asks about five recipients' domains; paste the part about this one alone to have it looked at",
  "resolver-untrusted": "not checked: the DNS resolver in use does not give honest answers",
  deadline: "could not be checked in time; nothing follows from that",
};
