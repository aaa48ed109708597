import { endingOf } from "../analysis/summarize.ts";
import type { SpfNode } from "../analysis/tree.ts";
import type { Qualifier } from "../record.ts";
import { type DropReason, type Edits, editableNodes, isDropped, keyOf } from "./edits.ts";
import { mergeRecords } from "./merge-records.ts";
import { repairText } from "./repair-text.ts";

/** Records to publish instead of others. Plain JSON, so that a finding can carry it. */
export type Proposal = {
  readonly changes: readonly Change[];
  readonly dropped: readonly Dropped[];
  /** The record at the domain has no sender left, and so ends in "~all" until somebody lists them anew. */
  readonly emptied?: boolean;
};

/** One name whose SPF record changes; `from` is empty where there is none yet. */
export type Change = { readonly name: string; readonly from: readonly string[]; readonly to: string };

export type Dropped = {
  readonly domain: string;
  readonly term: string;
  readonly because: DropReason;
  /** Name of the service that loses its authorisation, where it is known. */
  readonly service: string | null;
};

/**
 * Writes the edited records of a tree out. `published` is what stands at the root now, which is not what the tree
 * says where the tree is of a record that was only meant. Only records that change appear.
 */
export function proposalOf(root: SpfNode, published: readonly string[], edits: Edits): Proposal {
  const nodes = editableNodes(root);
  return {
    ...(isEmptied(root, edits) ? { emptied: true } : {}),
    changes: nodes.flatMap(node => {
      const from = node === root ? published : node.records;
      const to = textAfter(root, node, edits);
      return from.length === 1 && from[0] === to ? [] : [{ name: node.domain, from, to }];
    }),
    dropped: nodes.flatMap(node =>
      node.terms.flatMap(term => {
        const because = edits.dropped.get(keyOf(node, term));
        const service = term.service?.name ?? null;
        return because === undefined ? [] : [{ domain: node.domain, term: term.text, because, service }];
      }),
    ),
  };
}

function textAfter(root: SpfNode, node: SpfNode, edits: Edits): string {
  if (node.status === "multiple-records") return mergeRecords(node.records);
  if (node.status === "invalid-record") return repairText(node.records[0] ?? "").text;
  const kept = node.terms.filter(term => !isDropped(edits, node, term));
  const texts = kept.map(term => edits.replaced.get(keyOf(node, term)) ?? term.text);
  const asked = edits.ending?.domain === node.domain ? edits.ending.qualifier : null;
  const ending = node === root && isEmptied(root, edits) ? "~" : (asked ?? lostEnding(root, node, edits));
  return ["v=spf1", ...(ending === null ? texts : withEnding(texts, ending))].join(" ");
}

/** The terms with this `all` and no other end, modifiers behind it. */
function withEnding(texts: readonly string[], qualifier: Qualifier): readonly string[] {
  const kept = texts.filter(text => !/^(?:[+\-~?]?all$|redirect=)/iu.test(text));
  const all = qualifier === "+" ? "all" : `${qualifier}all`;
  return [...kept.filter(text => !isModifier(text)), all, ...kept.filter(isModifier)];
}

/** Whether the edits take away every sender of a record that had some. */
function isEmptied(root: SpfNode, edits: Edits): boolean {
  const senders = root.terms.filter(
    term => term.reached && term.name !== "all" && (term.qualifier === "+" || term.name === "redirect"),
  );
  return senders.length > 0 && senders.every(term => isDropped(edits, root, term));
}

const isModifier = (text: string): boolean => /^[a-z][a-z0-9\-_.]*=/iu.test(text);

/** A policy whose redirect is taken out needs an end of its own. */
function lostEnding(root: SpfNode, node: SpfNode, edits: Edits): Qualifier | null {
  const redirect = node.terms.find(term => term.name === "redirect" && term.reached);
  if (redirect === undefined || !isDropped(edits, node, redirect)) return null;
  return node === root || endingOf(root).kind !== "all" ? "~" : null;
}
