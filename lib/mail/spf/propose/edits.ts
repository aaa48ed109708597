import { isAtOrBelow } from "#lib/values/dns-name.ts";
import type { SpfNode, SpfNodeTerm } from "../analysis/tree.ts";
import type { Qualifier } from "../record.ts";

/** Why a term is left out of a proposed record. */
export type DropReason =
  | "not-reached"
  | "repeated"
  | "broken-target"
  | "ptr"
  | "finds-nothing"
  | "bounces-elsewhere"
  | "too-many-lookups"
  | "allows-everyone";

/** Changes to the records of one tree. Terms are known by record and place, as one record may appear twice. */
export interface Edits {
  readonly dropped: ReadonlyMap<string, DropReason>;
  /** New texts of terms. */
  readonly replaced: ReadonlyMap<string, string>;
  /** A new `all` for a record. */
  readonly ending: { readonly domain: string; readonly qualifier: Qualifier } | null;
}

export const NO_EDITS: Edits = { dropped: new Map(), replaced: new Map(), ending: null };

export const keyOf = (node: SpfNode, term: SpfNodeTerm): string => `${node.domain} ${term.start}`;

export const isDropped = (edits: Edits, node: SpfNode, term: SpfNodeTerm): boolean =>
  edits.dropped.has(keyOf(node, term));

/** The edits with these terms left out as well. */
export const dropping = (
  edits: Edits,
  terms: readonly { readonly node: SpfNode; readonly term: SpfNodeTerm; readonly because: DropReason }[],
): Edits => ({
  ...edits,
  dropped: new Map([
    ...edits.dropped,
    ...terms.map(({ node, term, because }) => [keyOf(node, term), because] as const),
  ]),
});

/** The records that the owner of the scanned domain can change: at the domain and below it, each once. */
export function editableNodes(root: SpfNode): readonly SpfNode[] {
  const nodes = new Map<string, SpfNode>();
  const visit = (node: SpfNode) => {
    if (!isAtOrBelow(node.domain, root.domain) || node.records.length === 0) return;
    if (!nodes.has(node.domain)) nodes.set(node.domain, node);
    for (const { child } of node.terms) if (child !== null) visit(child);
  };
  visit(root);
  return [...nodes.values()];
}

/** Look-ups of the ten that the tree costs once the edits are made. */
export function costAfter(edits: Edits, node: SpfNode): number {
  return node.terms.reduce((sum, term) => {
    if (!term.reached || isDropped(edits, node, term)) return sum;
    const written = edits.replaced.get(keyOf(node, term)) ?? term.text;
    const own = /^[+\-~?]?ip[46]:/iu.test(written) ? 0 : term.cost;
    return sum + own + (term.child === null ? 0 : costAfter(edits, term.child));
  }, 0);
}
