import { domainOf } from "#lib/bounce/words/addresses.ts";
import type { JoinedFailure } from "#lib/triage/join-evidence.ts";

/** Recipients that were refused alike. The first one speaks for all. */
export interface FailureGroup {
  readonly first: JoinedFailure;
  readonly recipients: readonly string[];
  readonly members: readonly JoinedFailure[];
}

/** Groups failures by domain, cause and code, in the order of the report. */
export function groupFailures(failures: readonly JoinedFailure[]): readonly FailureGroup[] {
  const groups = Map.groupBy(failures, ({ failure }) =>
    JSON.stringify([
      failure.recipient?.slice(failure.recipient.lastIndexOf("@")).toLowerCase() ?? null,
      failure.causes[0]?.cause ?? null,
      failure.replyCode,
      failure.enhancedStatus,
      failure.event,
    ]),
  );
  return [...groups.values()].flatMap(members => {
    const [first] = members;
    const recipients = members.flatMap(({ failure }) => failure.recipient ?? []);
    return first === undefined ? [] : [{ first, recipients: [...new Set(recipients)], members }];
  });
}

/** How groups differ, in words: one for each domain says nothing of different ways. */
export function spreadOf(groups: readonly FailureGroup[]): string {
  const domains = new Set(groups.flatMap(({ recipients }) => recipients.map(domainOf)));
  return domains.size === groups.length ? `at ${domains.size} domains` : `in ${groups.length} different ways`;
}
