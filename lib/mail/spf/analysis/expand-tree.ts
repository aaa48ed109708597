import type { Resolver } from "#lib/dns/resolver.ts";
import { isAtOrBelow } from "#lib/values/dns-name.ts";
import type { Known } from "../../known.ts";
import { lookupsOfDirective, lookupsOfRedirect } from "../limits.ts";
import type { SpfRecord, Term } from "../record.ts";
import { findA, findExists, findMx } from "./find-hosts.ts";
import { type Published, publishedAt } from "./published.ts";
import { serviceBehind, type TermTarget, termTarget } from "./term-target.ts";
import type { Found, SpfNode, SpfNodeTerm } from "./tree.ts";

/** Bounds of the work on one tree. All lie far beyond the ten look-ups of SPF: a tree cut here is broken anyway. */
const MOST_NODES = 60;
const MOST_DEPTH = 11;
const MOST_NAMES = 40;
/** Terms kept of all records together; how a record ends is always kept. */
const MOST_TERMS = 1000;
/** Characters kept of a record, the scanned domain's own apart. */
const MOST_TEXT = 4096;
const MOST_PROBLEMS = 10;
const MOST_RECORDS = 5;

/**
 * Follows every include and redirect of a record without evaluating an address: all targets of a record at
 * once, each name asked once. `root` is what stands at `domain`, published or proposed.
 */
export async function expandTree(domain: string, root: Published, resolver: Resolver): Promise<SpfNode> {
  const tree: Tree = {
    scanned: domain,
    resolver,
    records: new Map(),
    left: { nodes: MOST_NODES - 1, names: MOST_NAMES, terms: MOST_TERMS },
  };
  return withCounts(await expandNode(root, { domain, own: true, ancestors: [] }, tree));
}

interface Tree {
  readonly scanned: string;
  readonly resolver: Resolver;
  readonly records: Map<string, Promise<Published>>;
  readonly left: { nodes: number; names: number; terms: number };
}

interface Place {
  readonly domain: string;
  readonly own: boolean;
  readonly ancestors: readonly string[];
}

async function expandNode(found: Published, place: Place, tree: Tree): Promise<SpfNode> {
  const { domain, own } = place;
  const blank = { domain, own, status: found.status, records: [], problems: [], failure: null, terms: [] };
  switch (found.status) {
    case "failed":
      return { ...blank, failure: found.failure };
    case "no-record":
      return blank;
    case "multiple-records":
      return { ...blank, records: found.texts.slice(0, MOST_RECORDS).map(text => shown(text, place)) };
    case "invalid-record":
      return {
        ...blank,
        records: [shown(found.text, place)],
        problems: found.problems.slice(0, MOST_PROBLEMS),
      };
    case "ok": {
      const terms = await expandTerms(found.record, place, tree);
      return { ...blank, records: [shown(found.text, place)], terms };
    }
  }
}

const shown = (text: string, { ancestors }: Place): string =>
  ancestors.length === 0 ? text : text.slice(0, MOST_TEXT);

async function expandTerms(record: SpfRecord, place: Place, tree: Tree): Promise<SpfNodeTerm[]> {
  const allAt = record.terms.findIndex(term => term.kind === "directive" && term.name === "all");
  const room = tree.left.terms;
  tree.left.terms -= Math.min(room, record.terms.length);
  const terms = record.terms.flatMap((term, index) => {
    const ends = term.name === "all" || term.name === "redirect";
    if (index >= room && !ends) return [];
    const behindAll = allAt !== -1 && index > allAt;
    const reached = term.kind === "directive" ? !behindAll : term.name !== "redirect" || allAt === -1;
    return expandTerm(term, reached, place, tree);
  });
  return Promise.all(terms);
}

async function expandTerm(term: Term, reached: boolean, place: Place, tree: Tree): Promise<SpfNodeTerm> {
  const spec = "domain" in term ? term.domain : null;
  const named = "domain" in term && term.name !== "exp";
  const target = named ? termTarget(spec, place.domain, tree.scanned) : null;
  const name = target?.kind === "name" ? target.name : null;
  const follows = term.name === "include" || term.name === "redirect";
  const cost = costOf(term, reached);
  const [found, child] = await Promise.all([
    reached && name !== null ? find(term, name, place.own, tree) : null,
    reached && follows && target !== null ? childOf(target, term.name === "redirect", place, tree) : null,
  ]);
  return {
    text: term.text,
    start: term.start,
    name: term.name,
    qualifier: term.kind === "directive" ? term.qualifier : null,
    reached,
    target: name,
    dynamic: target?.kind === "dynamic",
    cost,
    total: cost,
    count: 0,
    service: named ? serviceBehind(spec) : null,
    ...prefixesOf(term),
    found,
    child,
  };
}

/** `exp` is looked up after evaluation and never counts (RFC 7208 4.6.4). */
function costOf(term: Term, reached: boolean): number {
  if (!reached) return 0;
  if (term.kind === "directive") return lookupsOfDirective(term);
  return term.name === "redirect" ? lookupsOfRedirect(term.domain) : 0;
}

function prefixesOf(term: Term): { readonly prefix4: number | null; readonly prefix6: number | null } {
  switch (term.name) {
    case "ip4":
      return { prefix4: term.block.prefix, prefix6: null };
    case "ip6":
      return { prefix4: null, prefix6: term.block.prefix };
    case "a":
    case "mx":
      return { prefix4: term.prefix4 ?? 32, prefix6: term.prefix6 ?? 128 };
    default:
      return { prefix4: null, prefix6: null };
  }
}

async function find(term: Term, name: string, own: boolean, tree: Tree): Promise<Known<Found> | null> {
  if (term.name !== "a" && term.name !== "mx" && term.name !== "exists") return null;
  tree.left.names -= 1;
  if (tree.left.names < 0) return null;
  if (term.name === "a") return findA(name, tree.resolver);
  return term.name === "mx" ? findMx(name, own, tree.resolver) : findExists(name, tree.resolver);
}

async function childOf(
  target: TermTarget,
  isRedirect: boolean,
  parent: Place,
  tree: Tree,
): Promise<SpfNode | null> {
  if (target.kind === "dynamic") return null;
  const domain = target.kind === "name" ? target.name : "";
  const ancestors = [...parent.ancestors, parent.domain];
  const own = parent.own && (isRedirect || isAtOrBelow(domain, tree.scanned));
  const blank = { domain, own, records: [], problems: [], failure: null, terms: [] };
  // RFC 7208 4.3: a malformed name gives "none", as a name without a record does.
  if (target.kind === "malformed") return { ...blank, status: "no-record" };
  if (ancestors.includes(domain)) return { ...blank, status: "loop" };
  tree.left.nodes -= 1;
  if (tree.left.nodes < 0 || ancestors.length > MOST_DEPTH) return { ...blank, status: "not-followed" };
  const asked = tree.records.get(domain) ?? publishedAt(domain, tree.resolver);
  tree.records.set(domain, asked);
  return expandNode(await asked, { domain, own, ancestors }, tree);
}

/** Adds up costs from the leaves, and counts them in the order of evaluation. */
function withCounts(root: SpfNode): SpfNode {
  let count = 0;
  const countNode = (node: SpfNode): SpfNode => ({ ...node, terms: node.terms.map(countTerm) });
  const countTerm = (term: SpfNodeTerm): SpfNodeTerm => {
    const before = count;
    count += term.cost;
    const child = term.child === null ? null : countNode(term.child);
    return { ...term, child, total: count - before, count };
  };
  return countNode(root);
}
