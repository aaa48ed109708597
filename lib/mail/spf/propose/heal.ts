import { voidTotal } from "../analysis/summarize.ts";
import type { PlacedTerm, SpfNode } from "../analysis/tree.ts";
import type { SpfAnalysis } from "../analyze.ts";
import { RFC_LIMITS } from "../limits.ts";
import { costAfter, dropping, type Edits, editableNodes, isDropped } from "./edits.ts";
import { fitLookups } from "./fit-lookups.ts";
import { type Proposal, proposalOf } from "./proposal.ts";
import { tidy } from "./tidy.ts";

/**
 * The records to publish so that SPF works, with the edits that one finding asks for on top. A record that can
 * be read keeps everything that somebody may still need; one that was only meant is also made to fit the
 * limits, because nobody knows yet that it exceeds them. Null where there is nothing to start from, or where the
 * finding cannot be helped from here, or where the records are longer than anybody publishes.
 */
export function heal(
  spf: Pick<SpfAnalysis, "tree" | "meant" | "records" | "nearMisses">,
  edit: (root: SpfNode, edits: Edits) => Edits | null = (_, edits) => edits,
): Proposal | null {
  const root = spf.meant ?? spf.tree;
  if (root === null) return null;
  const published = (spf.records.length > 0 ? spf.records : spf.nearMisses.slice(0, 1)).map(one => one.text);
  const edits = edit(root, tidy(root));
  if (edits === null) return null;
  const proposal = proposalOf(root, published, spf.meant === null ? edits : withinLimits(root, edits));
  return isForPeople(proposal) ? proposal : null;
}

/** Longest records that are proposed: a finding carries them, and somebody has to read them. */
const MOST_TEXT = 16_000;

const isForPeople = ({ changes, dropped }: Proposal): boolean =>
  JSON.stringify([changes, dropped]).length <= MOST_TEXT;

function withinLimits(root: SpfNode, edits: Edits): Edits {
  const affordable = costAfter(edits, root) > RFC_LIMITS.lookups ? (fitLookups(root, edits) ?? edits) : edits;
  return dropVoid(root, affordable);
}

/** Leaves out terms that find nothing, where there are more of them than receivers put up with (RFC 7208 4.6.4). */
export function dropVoid(root: SpfNode, edits: Edits): Edits {
  const allowed = RFC_LIMITS.voidLookups ?? Number.POSITIVE_INFINITY;
  const left = voidTotal(root).terms.filter(placed => isAlive(placed, root, edits));
  if (left.length <= allowed) return edits;
  const editable = new Set(editableNodes(root));
  const own = left.filter(({ node }) => editable.has(node));
  const without = dropping(
    edits,
    own.map(({ node, term }) => ({ node, term, because: "finds-nothing" as const })),
  );
  // What is void in records of others goes with the include that leads there.
  const foreign = left.filter(({ node }) => !editable.has(node));
  if (foreign.length <= allowed) return without;
  return dropping(
    without,
    foreign.flatMap(({ path }) => {
      const [first] = path;
      return first === undefined ? [] : [{ node: root, term: first, because: "finds-nothing" as const }];
    }),
  );
}

/** Whether the edits leave the term and everything that leads to it. */
function isAlive({ node, term, path }: PlacedTerm, root: SpfNode, edits: Edits): boolean {
  if (isDropped(edits, node, term)) return false;
  let parent = root;
  for (const step of path) {
    if (isDropped(edits, parent, step)) return false;
    if (step.child !== null) parent = step.child;
  }
  return true;
}
