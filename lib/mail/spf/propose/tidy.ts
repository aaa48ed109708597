import { breaksEvaluation } from "../analysis/summarize.ts";
import type { SpfNode, SpfNodeTerm } from "../analysis/tree.ts";
import { RFC_LIMITS } from "../limits.ts";
import { type DropReason, dropping, type Edits, editableNodes, keyOf, NO_EDITS } from "./edits.ts";

/**
 * The edits that do every record good and change nothing of what it allows: out go terms that no receiver
 * reaches, terms said twice, `ptr`, and terms that end every evaluation in an error.
 */
export function tidy(root: SpfNode): Edits {
  const editable = editableNodes(root);
  const domains = new Set(editable.map(node => node.domain));
  return editable.reduce((edits, node) => {
    const seen = new Set<string>();
    const replaced = new Map(edits.replaced);
    const unwanted = node.terms.flatMap(term => {
      const addresses = term.reached ? addressesInstead(term) : null;
      if (addresses !== null) replaced.set(keyOf(node, term), addresses);
      const because = addresses === null ? reasonToDrop(term, seen, domains) : null;
      return because === null ? [] : [{ node, term, because }];
    });
    return dropping({ ...edits, replaced }, unwanted);
  }, NO_EDITS);
}

function reasonToDrop(
  term: SpfNodeTerm,
  seen: Set<string>,
  editable: ReadonlySet<string>,
): DropReason | null {
  if (!term.reached) return "not-reached";
  // What is wrong inside a record of one's own is put right there.
  const mendable = term.child !== null && term.child.status !== "loop" && editable.has(term.child.domain);
  if (!mendable && breaksEvaluation(term)) return "broken-target";
  if (term.name === "ptr") return "ptr";
  if (term.qualifier === null) return null;
  const key = term.text.replace(/^\+/u, "").toLowerCase();
  if (seen.has(key)) return "repeated";
  seen.add(key);
  return null;
}

/** Most addresses written into a record in place of an `mx`. */
const MOST_ADDRESSES = 20;

/** The addresses behind an `mx` with more names than receivers look at; null where they are not all known. */
function addressesInstead(term: SpfNodeTerm): string | null {
  if (term.found?.ok !== true || term.found.value.mxNames <= RFC_LIMITS.mxNames) return null;
  const { addresses, complete } = term.found.value;
  const whole = term.prefix4 === 32 && term.prefix6 === 128;
  if (!complete || !whole || addresses.length === 0 || addresses.length > MOST_ADDRESSES) return null;
  const qualifier = term.qualifier === "+" || term.qualifier === null ? "" : term.qualifier;
  return addresses.map(text => `${qualifier}${text.includes(":") ? "ip6" : "ip4"}:${text}`).join(" ");
}
