import { providerName, providerOfRecipient } from "#lib/bounce/provider.ts";
import { sayCauseOf } from "#lib/bounce/say-cause-of.ts";
import type { ReportedFailure } from "#lib/bounce/bounce-report.ts";
import type { Cause, Party } from "#lib/bounce/vocabulary.ts";
import type { Status } from "#lib/scan/finding.ts";
import type { Fact } from "#lib/triage/facts.ts";
import type { RefusalView } from "./bounce-view.ts";
import { heading } from "./sentence.ts";

export interface VerdictSource {
  readonly failure: ReportedFailure;
  /** How many addresses were refused alike. */
  readonly count: number;
  readonly facts: readonly Fact[];
  /** As in JoinedFailure. */
  readonly isWayUnchecked: boolean;
  readonly senderDomain: string | null;
}

/** The refusal in one sentence, and whose turn it is. Never surer than the ranking. */
export function verdictWords(source: VerdictSource): RefusalView["verdict"] {
  const { failure } = source;
  const [top] = failure.causes;
  if (top === undefined)
    return { sentence: "The report names no cause", unbroken: null, addition: null, status: "inconclusive" };
  const words = heading((SENTENCES[top.cause] ?? general)(source));
  const isGuess = isGuessed(failure);
  return {
    sentence: isGuess ? `Most likely: ${lowerFirst(words)}` : words,
    unbroken: failure.provider === null ? null : providerName(failure.provider),
    addition: additionFor(source, top.cause),
    status: statusOf(failure),
  };
}

/** Below this the first cause is only the likeliest. */
const LIKELY = 0.6;

const isGuessed = ({ causes: [top] }: ReportedFailure): boolean =>
  top !== undefined && top.probability < LIKELY && top.cause !== "unknown";

const general = ({ failure, count }: VerdictSource): string =>
  sayCauseOf(failure.causes[0]?.cause ?? "unknown", count > 1 ? { ...failure, recipient: null } : failure);

/** Where more is known than a cause alone says. */
const SENTENCES: { readonly [Name in Cause]?: (source: VerdictSource) => string } = {
  recipient_unknown: source => `${systemOf(source)} does not know ${these(source)}`,
  recipient_not_in_edge_directory: source =>
    `${systemOf(source)} refuses ${these(source)} at the door, although ${source.count > 1 ? "they" : "it"} may exist`,
  accepted_domain_problem: source =>
    `${systemOf(source)} does not know its own addresses at ${domainOf(source)}`,
  stale_route: source => `Your mail takes an old way: ${domainOf(source)} has its mail elsewhere today`,
  gateway_directory_mismatch: source =>
    `The gateway of ${domainOf(source)} took the mail, but the system behind it does not know ${these(source)}`,
  forwarding_target_dead: source =>
    source.count === 1 && source.failure.originalRecipient !== null && source.failure.recipient !== null
      ? `${source.failure.originalRecipient} forwards its mail to ${source.failure.recipient}, and that address refused it`
      : "The address forwards its mail to another one, and that one refused it",
  forged_sender: () => "Somebody else sent this mail in your name",
  domain_not_found: source => `There is no ${domainOf(source)} that takes mail`,
  domain_accepts_no_mail: source => `${domainOf(source)} takes no mail at all`,
  spf_failure: source => spfSentence(source) ?? general(source),
  ip_blocklisted: source => listSentence(source) ?? general(source),
};

function spfSentence({ facts }: VerdictSource): string | null {
  const [found] = facts.flatMap(one =>
    "found" in one && one.found.code === "spf-fails" ? [one.found.args] : [],
  );
  return found === undefined
    ? null
    : `The SPF record of ${found.domain} does not list ${found.ip}, the server that sent this mail`;
}

function listSentence({ facts }: VerdictSource): string | null {
  const [found] = facts.flatMap(one =>
    "found" in one && one.found.code === "ip-listed" ? [one.found.args] : [],
  );
  return found === undefined
    ? null
    : `${found.ip}, the server that sent this mail, is on ${found.lists.join(" and ")}`;
}

const these = ({ count }: VerdictSource): string => (count > 1 ? `these ${count} addresses` : "this address");

const domainOf = ({ failure: { recipient } }: VerdictSource): string =>
  recipient === null ? "the recipient’s domain" : recipient.slice(recipient.lastIndexOf("@") + 1);

/** "contoso.com’s Microsoft 365"; a mailbox service for everybody is called by its name alone. */
function systemOf(source: VerdictSource): string {
  const { provider, recipient } = source.failure;
  if (provider === null) return `The mail system of ${domainOf(source)}`;
  const name = providerName(provider);
  return providerOfRecipient(recipient) === provider ? name : `${domainOf(source)}’s ${name}`;
}

function additionFor(source: VerdictSource, cause: Cause): string | null {
  if (cause === "unknown") return "Everything that could be read from it is below.";
  const who = WHO[source.failure.party](source);
  const parts = [
    spfWords(source, cause),
    isGuessed(source.failure) ? `If so: ${lowerFirst(who)}` : who,
    innocence(source),
    source.isWayUnchecked
      ? `Whether the server that refused still takes the mail of ${domainOf(source)} could not be checked.`
      : "",
  ];
  return parts.filter(part => part !== "").join(" ");
}

/** Names the server where the cause is more than SPF alone, whose own sentence names it. */
function spfWords({ facts }: VerdictSource, cause: Cause): string {
  if (!BESIDE_SPF.has(cause)) return "";
  const [found] = facts.flatMap(one =>
    "found" in one && one.found.code === "spf-fails" ? [one.found.args] : [],
  );
  return found === undefined ? "" : `The server ${found.ip} is not in the SPF record of ${found.domain}.`;
}

const BESIDE_SPF: ReadonlySet<Cause> = new Set([
  "authentication_multiple",
  "authentication_required_bulk",
  "dmarc_failure",
]);

const WHO: Readonly<Record<Party, (source: VerdictSource) => string>> = {
  sender: source =>
    source.failure.causes[0]?.cause === "recipient_unknown"
      ? `Check how the ${source.count > 1 ? "addresses are" : "address is"} written.`
      : "It is your turn.",
  sender_admin: ({ senderDomain }) => `Whoever runs the mail of ${senderDomain ?? "your domain"} has to act.`,
  recipient: () => "Only the recipient can change that.",
  recipient_admin: source => `Only the administrator of ${domainOf(source)} can change that.`,
  provider: () => "Nobody has to do anything: the next attempt may pass.",
};

/** What the sender most wants to hear, and only where it is so. */
function innocence({ failure, facts }: VerdictSource): string {
  const { party, event, ruledOut } = failure;
  if (party === "sender_admin" || event === "backscatter") return "";
  if (isGuessed(failure) && !ruledOut.some(({ cause }) => cause === "spf_failure")) return "";
  const own = facts.filter(({ topic }) => SENDER_TOPICS.has(topic));
  if (own.some(({ standing }) => standing === "bad")) {
    return "Your domain is not the cause, though something about it could be better (see below).";
  }
  const known = own.filter(({ standing }) => standing === "good").length;
  return known > 0 && own.every(({ standing }) => standing !== "unknown")
    ? "Nothing is wrong with your domain."
    : "Your domain is not the cause.";
}

const SENDER_TOPICS: ReadonlySet<string> = new Set([
  "spf",
  "dkim",
  "dmarc",
  "address-lists",
  "domain-lists",
  "reverse",
]);

const statusOf = ({ event, permanence }: ReportedFailure): Status =>
  event === "delayed" || permanence === "temporary" ? "warn" : "fail";

/** Names at the beginning keep their case. */
const lowerFirst = (text: string): string =>
  /^(?:The|Your|Somebody|There|Nobody|Whoever|Only|Check|It|A|An)\b/u.test(text)
    ? text.replace(/^\p{Lu}/u, letter => letter.toLowerCase())
    : text;
