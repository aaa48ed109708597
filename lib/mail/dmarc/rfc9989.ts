import { type Known, known, mapKnown } from "../known.ts";
import type { DmarcRecord, PolicyTag } from "./parse-record.ts";
import { type Disposition, dispositionOf, type DmarcReading, type Governing, NO_RECORD } from "./reading.ts";
import { type FoundRecord, stepsForSubdomain, type TreeWalk, walk } from "./tree-walk.ts";
import { recordOf, type WalkStep } from "./walk-step.ts";

/**
 * The tree-walk reading of RFC 9989 4.10.1 and 4.10.2. `steps` are the answers to all names of the walk, the
 * domain's own first; `exists` is whether the domain's name exists in DNS (only NXDOMAIN says no, 3.2.13).
 */
export function readByTreeWalk(
  domain: string,
  steps: readonly WalkStep[],
  exists: Known<boolean>,
): DmarcReading {
  const walked = walk(domain, steps);
  const own = ownRecord(steps);
  const governing = own.ok && own.value === null ? mapKnown(walked, inherited) : own;
  // A sub-domain starts its own walk one label lower, and has no record there.
  const above = mapKnown(walk(`sub.${domain}`, stepsForSubdomain(steps)), inherited);
  return {
    record: mapKnown(governing, describe),
    organizationalDomain: mapKnown(walked, ({ organizationalDomain }) => organizationalDomain),
    exact: exactDisposition(governing, exists),
    existingSubdomain: mapKnown(above, found => dispositionFor(found, EXISTING)),
    missingSubdomain: mapKnown(above, found => dispositionFor(found, MISSING)),
  };
}

type Found = FoundRecord & { readonly role: Governing["role"] };

const SELF: readonly PolicyTag[] = ["p"];
const EXISTING: readonly PolicyTag[] = ["sp", "p"];
const MISSING: readonly PolicyTag[] = ["np", "sp", "p"];

function ownRecord(steps: readonly WalkStep[]): Known<Found | null> {
  const [first] = steps;
  if (first === undefined) return known(null);
  if (first.failure !== null) return { ok: false, failure: first.failure };
  const record = recordOf(first);
  return known(record === null ? null : { domain: first.domain, record, role: "own" });
}

/** The record of the organizational domain, else that of the public suffix (RFC 9989 4.10.1). */
function inherited({ found, organizationalDomain }: TreeWalk): Found | null {
  const organizational = found.find(({ domain }) => domain === organizationalDomain);
  if (organizational !== undefined) return { ...organizational, role: "organizational" };
  const suffix = found.find(({ record }) => record.psd === "y");
  return suffix === undefined ? null : { ...suffix, role: "public-suffix" };
}

const describe = (found: Found | null): Governing | null =>
  found === null ? null : { domain: found.domain, text: found.record.text, role: found.role };

const dispositionFor = (
  found: { record: DmarcRecord } | null,
  preference: readonly PolicyTag[],
): Disposition => (found === null ? NO_RECORD : dispositionOf(found.record, preference));

function exactDisposition(governing: Known<Found | null>, exists: Known<boolean>): Known<Disposition> {
  if (!governing.ok) return governing;
  const found = governing.value;
  if (found === null || found.role === "own") return known(dispositionFor(found, SELF));
  const existing = dispositionFor(found, EXISTING);
  const missing = dispositionFor(found, MISSING);
  // Whether the name exists only has to be known where the answer depends on it.
  if (existing.policy === missing.policy) return known(existing);
  return mapKnown(exists, there => (there ? existing : missing));
}
