import type { DropReason } from "#lib/mail/spf/propose/edits.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { includeOfProvider } from "#lib/mail/spf/services.ts";
import type { Fix, FixContext, FixRecord } from "./finding.ts";
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
  const left = (proposal?.dropped ?? []).map(
    ({ term, because, service }) =>
      `Left out: ${term}${service === null ? "" : ` (${service})`}. ${WHY_DROPPED[because]}`,
  );
  if (records.length === 0) return { who: "dns-admin", steps: [...before, ...after], records };
  const fix = publishFix(context, records, [...left, ...after]);
  return { ...fix, steps: [...before, ...fix.steps] };
}

function recordsFor(name: string, from: readonly string[], to: string): FixRecord[] {
  const [first = null, ...others] = from;
  return [
    { action: first === null ? "create" : "replace", name, type: "TXT", value: to, replaces: first },
    ...others.map(text => ({ action: "delete", name, type: "TXT", value: "", replaces: text }) as const),
  ];
}

const WHY_DROPPED: { readonly [Reason in DropReason]: string } = {
  "not-reached":
    "It stands behind “all”, so no receiver ever looks at it; put it in front if it should count.",
  repeated: "It says what another term says already.",
  "broken-target": "It makes every check end in an error. Put it back once its record is repaired.",
  ptr: "It is slow, unreliable and advised against; list the servers by address or name instead.",
  "finds-nothing": "The name it points to has no address.",
  "bounces-elsewhere":
    "Mail of this service bounces to a name of its own, so SPF passes there and the include is not needed here.",
  "too-many-lookups":
    "Take out services that are no longer used, these first. One that is still used can send from a sub-domain with an SPF record of its own.",
  "allows-everyone": "It allows every server in the world to send.",
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
