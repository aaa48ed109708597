import type { SpfNode } from "../analysis/tree.ts";
import type { Qualifier } from "../record.ts";
import { type Edits, editableNodes, keyOf } from "./edits.ts";

/**
 * Ends the policy with this `all`: in the record that a chain of redirects comes to, or, where that belongs to
 * somebody else, in the last record of one's own, which then includes it.
 */
export function endWith(root: SpfNode, edits: Edits, qualifier: Qualifier): Edits {
  const editable = new Set(editableNodes(root).map(node => node.domain));
  let node = root;
  for (;;) {
    const redirect = node.terms.find(term => term.name === "redirect" && term.reached);
    const next = redirect?.child ?? null;
    const ending = { domain: node.domain, qualifier };
    if (redirect === undefined) return { ...edits, ending };
    if (next === null || !editable.has(next.domain) || next.status !== "ok") {
      const instead = `include:${redirect.text.slice(redirect.text.indexOf("=") + 1)}`;
      return { ...edits, ending, replaced: new Map([...edits.replaced, [keyOf(node, redirect), instead]]) };
    }
    node = next;
  }
}
