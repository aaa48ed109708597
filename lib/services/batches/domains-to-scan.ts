import { CAUSE_FACTS } from "#lib/bounce/causes.ts";
import { RULE_SETS } from "#lib/bounce/rules/index.ts";
import { type Cause, CAUSES } from "#lib/bounce/vocabulary.ts";
import { type DomainToScan, domainsOfBatch } from "#lib/db/batch-scans.ts";
import type { Db } from "#lib/db/handle.ts";

/** Failures for which the set-up of the recipient's domain says something. */
export const ROUTE_CAUSES: readonly Cause[] = [
  "recipient_not_in_edge_directory",
  "accepted_domain_problem",
  "stale_route",
  "gateway_directory_mismatch",
  "relay_denied",
  "domain_not_found",
  "domain_accepts_no_mail",
  "no_route",
  "dns_failure",
  "host_unreachable",
  "network_error",
  "routing_loop",
  "delivery_expired",
  "tls_failure",
];

/** Failures that somebody on the sender's side has to mend. */
export const SENDER_CAUSES: readonly Cause[] = CAUSES.filter(
  cause =>
    CAUSE_FACTS[cause].party === "sender_admin" && cause !== "unknown" && !ROUTE_CAUSES.includes(cause),
);

/** The rules that read Microsoft's directory refusal (550 5.4.1), whose cause hangs on the domain's MX. */
export const DIRECTORY_RULES: readonly string[] = RULE_SETS.flatMap(({ rules }) =>
  rules.filter(({ ranking }) => ranking === "directory-refusal").map(({ id }) => id),
);

/** Domains of a batch worth a scan: of recipients and of senders, those with most failures first. */
export async function domainsToScan(
  db: Db,
  batchId: string,
  most: { readonly recipients: number; readonly senders: number },
): Promise<{ readonly recipients: readonly DomainToScan[]; readonly senders: readonly DomainToScan[] }> {
  const [recipients, senders] = await Promise.all([
    domainsOfBatch(db, {
      batchId,
      side: "recipient",
      causes: ROUTE_CAUSES,
      rules: DIRECTORY_RULES,
      limit: most.recipients,
    }),
    domainsOfBatch(db, { batchId, side: "sender", causes: SENDER_CAUSES, rules: [], limit: most.senders }),
  ]);
  return { recipients, senders };
}
