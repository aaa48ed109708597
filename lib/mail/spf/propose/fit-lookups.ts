import { isVoid } from "../analysis/summarize.ts";
import type { SpfNode, SpfNodeTerm } from "../analysis/tree.ts";
import { RFC_LIMITS } from "../limits.ts";
import { costAfter, type DropReason, dropping, type Edits, editableNodes, isDropped } from "./edits.ts";

/** Two below the limit, because the includes of others grow without being asked. */
const COMFORTABLE = RFC_LIMITS.lookups - 2;

/**
 * Adds edits until the tree stays well within the ten look-ups. First goes what finds nothing, then services
 * that bounce to a name of their own, then whole services, the costliest first and those that carry mailboxes
 * last. A proposal, to be checked by somebody who knows what is in use: addresses are never copied out of the
 * records of others, because they change without notice. Null where nothing that may go is enough: a redirect is
 * the whole policy and stays.
 */
export function fitLookups(root: SpfNode, tidied: Edits): Edits | null {
  let edits = tidied;
  for (const because of ["finds-nothing", "bounces-elsewhere", "too-many-lookups"] as const) {
    while (costAfter(edits, root) > COMFORTABLE) {
      const next = nextToGo(root, edits, because);
      if (next === null) break;
      edits = dropping(edits, [{ ...next, because }]);
    }
  }
  return costAfter(edits, root) > RFC_LIMITS.lookups ? null : edits;
}

function nextToGo(root: SpfNode, edits: Edits, because: DropReason) {
  const candidates = editableNodes(root).flatMap(node =>
    node.terms
      .filter(
        term => term.reached && term.total > 0 && term.name !== "redirect" && !isDropped(edits, node, term),
      )
      .filter(term => isCandidate(term, because))
      .map(term => ({ node, term })),
  );
  const [first] = candidates.toSorted(
    (one, other) =>
      rank(one.term) - rank(other.term) ||
      other.term.total - one.term.total ||
      other.term.start - one.term.start,
  );
  return first ?? null;
}

function isCandidate(term: SpfNodeTerm, because: DropReason): boolean {
  if (because === "finds-nothing") return isVoid(term);
  return because === "too-many-lookups" || term.service?.needed === false;
}

/** How long a term is kept: others' services before those that carry mailboxes, one's own servers last. */
function rank(term: SpfNodeTerm): number {
  if (term.service !== null) return 1 + KEPT_LONGEST.indexOf(term.service.category);
  return term.name === "include" && term.child?.own !== true ? 0 : 1 + KEPT_LONGEST.length;
}

const KEPT_LONGEST: readonly string[] = ["forwarding", "hosting", "gateway", "mailbox"];
