import type { SpfTreeNode, SpfTreePicture } from "#lib/scan/pictures/spf-tree.ts";
import { spfMeaning } from "./record-terms.ts";

/** The include tree with the meaning of its terms. */
export interface ExplainedTree extends Omit<SpfTreePicture, "root"> {
  readonly root: ExplainedNode;
}

export interface ExplainedNode extends Omit<SpfTreeNode, "children"> {
  /** Null for the domain itself and for lines that stand for many terms. */
  readonly meaning: string | null;
  readonly children: readonly ExplainedNode[];
}

export const explainTree = (tree: SpfTreePicture): ExplainedTree => ({ ...tree, root: explain(tree.root) });

const explain = (node: SpfTreeNode): ExplainedNode => ({
  ...node,
  meaning: TERM.test(node.term) ? spfMeaning(node.term) : null,
  children: node.children.map(explain),
});

/** RFC 7208 4.6.1: a directive, or one of the two modifiers. A domain name alone is neither. */
const TERM = /^(?:[+\-~?]?(?:all$|(?:include|a|mx|ptr|ip4|ip6|exists)(?:[:/]|$))|(?:redirect|exp)=)/iu;
