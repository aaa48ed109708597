import type { DkimDiscovery } from "#lib/mail/dkim/discover.ts";
import type { DmarcDiscovery } from "#lib/mail/dmarc/discover.ts";
import type { Gathered } from "./finding.ts";
import type { DomainEvidence } from "./probes/domain.ts";
import type { HostsEvidence } from "./probes/hosts.ts";
import type { MxEvidence } from "./probes/mx.ts";
import type { ReverseEvidence } from "./probes/reverse.ts";

/**
 * Everything a scan gathers, one key per probe. Values are plain JSON. Where a part of a value could not be
 * gathered it is itself a `Gathered`, and a check opens it with `need`.
 */
export interface Evidence {
  domain: DomainEvidence;
  mx: MxEvidence;
  hosts: HostsEvidence;
  reverse: ReverseEvidence;
  dmarc: DmarcDiscovery;
  dkim: DkimDiscovery;
}

export type EvidenceKey = keyof Evidence;

export type GatheredEvidence = { readonly [Key in EvidenceKey]: Gathered<Evidence[Key]> };
