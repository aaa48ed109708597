import type { SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import type { InapplicableReason } from "./define-check.ts";
import type { SpfEvidence } from "./probes/spf.ts";

/** The include tree of the one readable SPF record, or why there is none to judge. */
export function treeOf(spf: SpfEvidence): SpfNode | InapplicableReason {
  if (spf.tree !== null) return spf.tree;
  if (spf.records.length > 0) return "invalid-spf-record";
  return spf.exists ? "no-spf-record" : "domain-does-not-exist";
}
