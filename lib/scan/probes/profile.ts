import { reachedTerms } from "#lib/mail/spf/analysis/tree.ts";
import { defineProbe, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import type { DkimDiscovery } from "#lib/mail/dkim/discover.ts";
import type { SpfEvidence } from "./spf.ts";

/** What the domain does with mail, as its records declare it. Other checks judge by it. */
export interface ProfileEvidence {
  readonly kind: "sends-and-receives" | "receives-only" | "sends-only" | "parked";
  readonly receives: boolean;
  readonly sends: boolean;
}

export const profileProbe = defineProbe({
  id: "profile",
  async gather({ use }) {
    const [mx, spf] = await Promise.all([use("mx"), use("spf")]);
    if (!mx.ok) return mx;
    if (!spf.ok) return spf;
    const receives = mx.value.hosts.length > 0;
    const declared = declaresSenders(spf.value);
    // A domain that takes mail and says nothing about sending is taken to send; DKIM keys tell for the others.
    if (declared === null && receives) return gathered(profile(receives, true));
    if (declared !== null && (declared || receives)) return gathered(profile(receives, declared));
    const signs = hasKeys(await use("dkim"));
    return signs.ok ? gathered(profile(receives, signs.value)) : signs;
  },
});

function profile(receives: boolean, sends: boolean): ProfileEvidence {
  if (receives) return { kind: sends ? "sends-and-receives" : "receives-only", receives, sends };
  return { kind: sends ? "sends-only" : "parked", receives, sends };
}

/** Whether SPF names any sender; null when the domain publishes no SPF record. */
function declaresSenders({ records, tree }: SpfEvidence): boolean | null {
  if (records.length === 0) return null;
  // A record that cannot be read, or more than one, was published by somebody who sends.
  if (tree === null) return true;
  return [...reachedTerms(tree)].some(
    ({ term }) => term.name !== "exp" && !(term.name === "all" && term.qualifier !== "+"),
  );
}

/** Whether a usable DKIM key was found. Selectors that did not answer may hide one. */
function hasKeys(dkim: Gathered<DkimDiscovery>): Gathered<boolean> {
  if (!dkim.ok) return dkim;
  const { selectors, unanswered } = dkim.value;
  const found = selectors.some(({ texts }) => texts.some(text => /p\s*=\s*[^\s;]/u.test(text)));
  if (!found && unanswered !== null) return { ok: false, failure: unanswered };
  return gathered(found);
}
