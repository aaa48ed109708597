import { RFC_LIMITS } from "#lib/mail/spf/limits.ts";
import type { NodeStatus, SpfNode, SpfNodeTerm } from "#lib/mail/spf/analysis/tree.ts";
import type { Status } from "../finding.ts";
import { evidenceOf, type PictureSource } from "./picture-source.ts";

/** The include tree of an SPF record with what each branch costs (RFC 7208 4.6.4). */
export interface SpfTreePicture {
  /** Lookups counted; more where a branch is not known. */
  readonly lookups: number;
  readonly limit: number;
  readonly root: SpfTreeNode;
}

export interface SpfTreeNode {
  /** "include:_spf.example.com", or the domain itself at the root. */
  readonly term: string;
  /** Name of the mail service, where the target gives it away. */
  readonly service: string | null;
  /** Running count with this term, in the order receivers follow; null where it costs nothing. */
  readonly count: number | null;
  readonly note: { readonly status: Status; readonly text: string } | null;
  readonly children: readonly SpfTreeNode[];
}

/** Draws the tree of the record, or of what a broken record was most likely meant to be. */
export function drawSpfTree(source: PictureSource): SpfTreePicture | null {
  const spf = evidenceOf(source, "spf");
  const tree = spf?.tree ?? spf?.meant ?? null;
  if (tree === null) return null;
  const root = {
    term: tree.domain,
    service: null,
    count: null,
    note: noteOf(tree),
    children: branches(tree, true),
  };
  return {
    lookups: tree.terms.reduce((most, term) => Math.max(most, lastCount(term)), 0),
    limit: RFC_LIMITS.lookups,
    root,
  };
}

/** What is spent once everything below a term has been followed too. */
const lastCount = (term: SpfNodeTerm): number =>
  Math.max(term.reached ? term.count : 0, ...(term.child?.terms ?? []).map(lastCount));

/**
 * Terms in order. Addresses cost nothing and can be many: a run of them becomes one line. In records of others
 * they and "all", which means nothing there (RFC 7208 5.2), are left out.
 */
function branches(node: SpfNode, root = false): readonly SpfTreeNode[] {
  const terms = root ? node.terms : node.terms.filter(term => term.cost > 0 || term.child !== null);
  const drawn: SpfTreeNode[] = [];
  let run: SpfNodeTerm[] = [];
  const endRun = () => {
    if (run.length > 0) drawn.push(addressLine(run));
    run = [];
  };
  for (const term of terms) {
    if (term.name === "ip4" || term.name === "ip6") run.push(term);
    else {
      endRun();
      drawn.push(branch(term));
    }
  }
  endRun();
  return drawn;
}

function addressLine(run: readonly SpfNodeTerm[]): SpfTreeNode {
  const [first] = run;
  const term = run.length === 1 && first !== undefined ? first.text : `${run.length} addresses or blocks`;
  return { term, service: null, count: null, note: null, children: [] };
}

function branch(term: SpfNodeTerm): SpfTreeNode {
  const costs = term.reached && term.cost > 0;
  return {
    term: term.text,
    service: term.service?.name ?? null,
    // Counted are the lookups before what is below it.
    count: costs ? term.count - term.total + term.cost : null,
    note: term.reached ? (term.child === null ? ownNote(term) : noteOf(term.child)) : NEVER_REACHED,
    children: term.child === null ? [] : branches(term.child),
  };
}

const NEVER_REACHED = { status: "info", text: "never looked at: it stands behind “all”" } as const;

function ownNote(term: SpfNodeTerm): SpfTreeNode["note"] {
  if (term.dynamic) return { status: "info", text: "depends on the message" };
  if (term.found?.ok === false) return { status: "inconclusive", text: "could not be looked up" };
  if (term.found?.ok === true && term.found.value.void) return { status: "warn", text: "finds nothing" };
  return null;
}

const NODE_NOTES: { readonly [Name in NodeStatus]: SpfTreeNode["note"] } = {
  ok: null,
  "no-record": { status: "fail", text: "no SPF record there" },
  "multiple-records": { status: "fail", text: "several SPF records there" },
  "invalid-record": { status: "fail", text: "the record there cannot be read" },
  loop: { status: "fail", text: "leads back to a name above" },
  failed: { status: "inconclusive", text: "could not be looked up" },
  "not-followed": { status: "inconclusive", text: "not followed any further" },
};

const noteOf = (node: SpfNode): SpfTreeNode["note"] => NODE_NOTES[node.status];
