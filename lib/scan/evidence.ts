import type { DkimDiscovery } from "#lib/mail/dkim/discover.ts";
import type { DmarcDiscovery } from "#lib/mail/dmarc/discover.ts";
import type { Gathered } from "./finding.ts";
import type { AliasesEvidence } from "./probes/aliases.ts";
import type { BimiEvidence } from "./probes/bimi.ts";
import type { BlocklistsEvidence } from "./probes/blocklists.ts";
import type { DnssecEvidence } from "./probes/dnssec.ts";
import type { DomainEvidence } from "./probes/domain.ts";
import type { HostsEvidence } from "./probes/hosts.ts";
import type { MtaStsEvidence } from "./probes/mta-sts.ts";
import type { MxEvidence } from "./probes/mx.ts";
import type { NameServersEvidence } from "./probes/name-servers.ts";
import type { ProfileEvidence } from "./probes/profile.ts";
import type { ReverseEvidence } from "./probes/reverse.ts";
import type { SmtpEvidence } from "./probes/smtp.ts";
import type { SpfEvidence } from "./probes/spf.ts";
import type { TlsRptEvidence } from "./probes/tls-rpt.ts";
import type { TlsaEvidence } from "./probes/tlsa.ts";

/**
 * Everything a scan gathers, one key per probe. Values are plain JSON. Where a part of a value could not be
 * gathered it is itself a `Gathered`, and a check opens it with `need`.
 */
export interface Evidence {
  domain: DomainEvidence;
  mx: MxEvidence;
  hosts: HostsEvidence;
  reverse: ReverseEvidence;
  smtp: SmtpEvidence;
  mtaSts: MtaStsEvidence;
  tlsRpt: TlsRptEvidence;
  dnssec: DnssecEvidence;
  tlsa: TlsaEvidence;
  bimi: BimiEvidence;
  nameServers: NameServersEvidence;
  aliases: AliasesEvidence;
  spf: SpfEvidence;
  dmarc: DmarcDiscovery;
  dkim: DkimDiscovery;
  profile: ProfileEvidence;
  blocklists: BlocklistsEvidence;
}

export type EvidenceKey = keyof Evidence;

export type GatheredEvidence = { readonly [Key in EvidenceKey]: Gathered<Evidence[Key]> };
