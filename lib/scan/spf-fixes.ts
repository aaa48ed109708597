import type { DropReason } from "#lib/mail/spf/propose/edits.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { includeOfProvider } from "#lib/mail/spf/services.ts";
import type { Fix, FixContext, FixRecord } from "./finding.ts";
import { listed } from "./spf-words.ts";
import { publishFix } from "./publish-steps.ts";

/** Steps around the change itself. */
export interface SpfSteps {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A fix that publishes the proposed records and says what they leave out, and why. */
export function spfFix(
  context: FixContext,
  proposal: Proposal | null,
  { before = [], after = [] }: SpfSteps = {},
): Fix {
  const records = (proposal?.changes ?? []).flatMap(({ name, from, to }) => recordsFor(name, from, to));
  const emptied = proposal?.emptied === true ? [EMPTIED_STEP] : [];
  if (records.length === 0) return { who: "dns-admin", steps: [...before, ...after], records };
  const fix = publishFix(context, records, [...leftOut(proposal?.dropped ?? []), ...emptied, ...after]);
  return { ...fix, steps: [...before, ...fix.steps] };
}

/** One step for each reason to leave terms out. */
function leftOut(dropped: Proposal["dropped"]): readonly string[] {
  return Object.entries(Object.groupBy(dropped, one => one.because)).map(([because, terms = []]) => {
    const names = terms.map(({ term, service }) => (service === null ? term : `${term} (${service})`));
    return `Left out: ${listed([...new Set(names)], 8)}. ${WHY_DROPPED[because as DropReason]}`;
  });
}

const EMPTIED_STEP =
  "The record lists no sender any more. Add the servers and services that send for the domain; “~all” is there so that nothing is refused until then.";

function recordsFor(name: string, from: readonly string[], to: string): FixRecord[] {
  const [first = null, ...others] = from;
  return [
    { action: first === null ? "create" : "replace", name, type: "TXT", value: to, replaces: first },
    ...others.map(text => ({ action: "delete", name, type: "TXT", value: "", replaces: text }) as const),
  ];
}

const WHY_DROPPED: { readonly [Reason in DropReason]: string } = {
  "not-reached": "Because of the “all”, no receiver ever looks there.",
  repeated: "Another term says the same.",
  "broken-target":
    "Every check that comes to it ends in an error. Put it back once what it leads to is repaired.",
  ptr: "It is slow, unreliable and advised against; list the servers by address or name instead.",
  "finds-nothing": "The name leads to no address.",
  "bounces-elsewhere":
    "This service sends with bounce addresses at a name of its own, where its SPF passes, so the include is not needed here.",
  "too-many-lookups":
    "If it is still in use, keep it and take out another, or let it send from a sub-domain with an SPF record of its own.",
  "allows-everyone": "It allows a good part of the internet to send.",
};

/** What a domain without SPF should publish first: nobody, its mail provider, or its own mail servers. */
export function firstSpfRecord(
  context: FixContext,
  receives: "mail" | "null-mx" | "no-mx" | "unknown",
): string {
  if (receives === "null-mx" || receives === "no-mx") return "v=spf1 -all";
  const include = context.mailProvider === null ? null : includeOfProvider(context.mailProvider);
  return include === null ? "v=spf1 mx ~all" : `v=spf1 include:${include} ~all`;
}

/** How a first record is made complete. */
export const COMPLETE_STEPS: readonly string[] = [
  "Before publishing, add every other service that sends in the domain's name (newsletters, invoices, help desk, web site): each tells its include in its help pages.",
  "Keep “~all” until reports show that nothing is missing.",
];
