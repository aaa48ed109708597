import type { SpfNode } from "../analysis/tree.ts";
import type { SpfAnalysis } from "../analyze.ts";
import { RFC_LIMITS } from "../limits.ts";
import { costAfter } from "./edits.ts";
import { heal } from "./heal.ts";
import type { Proposal } from "./proposal.ts";
import { tidy } from "./tidy.ts";

/** The longest record moved to a name of its own: it has to fit there with room to spare (RFC 7208 3.4). */
const MOST_MOVED = 400;

/** A label that hardly anybody uses, because a second record beside an existing one would be an error. */
const MOVED_TO = "_spf-policy";

/**
 * A way to make the SPF record at the domain at most `room` octets long without changing what it allows:
 * tidied, or moved to a name of its own and brought back by a redirect. Null where neither is enough.
 */
export function shorten(spf: SpfAnalysis, tree: SpfNode, room: number): Proposal | null {
  const tidied = heal(spf);
  const change = tidied?.changes.find(one => one.name === spf.domain);
  if (change !== undefined && change.to.length <= room) return tidied;
  const [published] = spf.records;
  const whole = change?.to ?? published?.text ?? "";
  const target = `${MOVED_TO}.${spf.domain}`;
  const pointer = `v=spf1 redirect=${target}`;
  const affordable = costAfter(tidy(tree), tree) < RFC_LIMITS.lookups;
  if (!affordable || pointer.length > room || whole.length + target.length > MOST_MOVED) return null;
  // `%{d}` and terms without a name mean the name that the record stands at: they cannot move.
  if (published === undefined || tree.terms.some(isBoundToItsPlace)) return null;
  const others = (tidied?.changes ?? []).filter(one => one.name !== spf.domain);
  return {
    changes: [
      { name: target, from: [], to: whole },
      { name: spf.domain, from: [published.text], to: pointer },
      ...others,
    ],
    dropped: tidied?.dropped ?? [],
  };
}

const isBoundToItsPlace = ({ name, text }: SpfNode["terms"][number]): boolean =>
  /%\{d/iu.test(text) || ((name === "a" || name === "mx" || name === "ptr") && !text.includes(":"));
