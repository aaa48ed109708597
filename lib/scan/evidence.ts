import type { Gathered } from "./finding.ts";
import type { DomainEvidence } from "./probes/domain.ts";

/**
 * Everything a scan gathers, one key per probe. Values are plain JSON. Where a part of a value could not be
 * gathered it is itself a `Gathered`, and a check opens it with `need`.
 */
export interface Evidence {
  domain: DomainEvidence;
}

export type EvidenceKey = keyof Evidence;

export type GatheredEvidence = { readonly [Key in EvidenceKey]: Gathered<Evidence[Key]> };
