import { bimi } from "./checks/bimi.ts";
import { cnameLoop } from "./checks/cname-loop.ts";
import { dane } from "./checks/dane.ts";
import { dkimKey } from "./checks/dkim-key.ts";
import { dkimSelectors } from "./checks/dkim-selectors.ts";
import { dmarcPolicy } from "./checks/dmarc-policy.ts";
import { dmarcPresent } from "./checks/dmarc-present.ts";
import { dmarcReports } from "./checks/dmarc-reports.ts";
import { dmarcRfcs } from "./checks/dmarc-rfcs.ts";
import { dmarcSubdomains } from "./checks/dmarc-subdomains.ts";
import { dmarcSyntax } from "./checks/dmarc-syntax.ts";
import { dmarcTesting } from "./checks/dmarc-testing.ts";
import { dnssec } from "./checks/dnssec.ts";
import { domainBlocklist } from "./checks/domain-blocklist.ts";
import { domainExists } from "./checks/domain-exists.ts";
import { ipBlocklist } from "./checks/ip-blocklist.ts";
import { mailProfile } from "./checks/mail-profile.ts";
import { mtaSts } from "./checks/mta-sts.ts";
import { mxPresent } from "./checks/mx-present.ts";
import { mxProvider } from "./checks/mx-provider.ts";
import { mxRedundancy } from "./checks/mx-redundancy.ts";
import { mxReverseDns } from "./checks/mx-reverse-dns.ts";
import { mxTarget } from "./checks/mx-target.ts";
import { nsAgree } from "./checks/ns-agree.ts";
import { nsAnswers } from "./checks/ns-answers.ts";
import { nullMxValid } from "./checks/null-mx-valid.ts";
import { smtpStarttls } from "./checks/smtp-starttls.ts";
import { spfAll } from "./checks/spf-all.ts";
import { spfBroadRange } from "./checks/spf-broad-range.ts";
import { spfIncludeTarget } from "./checks/spf-include-target.ts";
import { spfJoinedStrings } from "./checks/spf-joined-strings.ts";
import { spfLookupLimit } from "./checks/spf-lookup-limit.ts";
import { spfNameLimit } from "./checks/spf-name-limit.ts";
import { spfOrder } from "./checks/spf-order.ts";
import { spfPresent } from "./checks/spf-present.ts";
import { spfPtr } from "./checks/spf-ptr.ts";
import { spfServices } from "./checks/spf-services.ts";
import { spfSize } from "./checks/spf-size.ts";
import { spfSyntax } from "./checks/spf-syntax.ts";
import { spfVoidLookups } from "./checks/spf-void-lookups.ts";
import { tlsRpt } from "./checks/tls-rpt.ts";
import type { Check, Outcomes } from "./define-check.ts";
import type { EvidenceKey } from "./evidence.ts";
import type { Probes } from "./gather.ts";
import { aliasesProbe } from "./probes/aliases.ts";
import { bimiProbe } from "./probes/bimi.ts";
import { blocklistsProbe } from "./probes/blocklists.ts";
import { dkimProbe } from "./probes/dkim.ts";
import { dmarcProbe } from "./probes/dmarc.ts";
import { dnssecProbe } from "./probes/dnssec.ts";
import { domainProbe } from "./probes/domain.ts";
import { hostsProbe } from "./probes/hosts.ts";
import { mtaStsProbe } from "./probes/mta-sts.ts";
import { mxProbe } from "./probes/mx.ts";
import { nameServersProbe } from "./probes/name-servers.ts";
import { profileProbe } from "./probes/profile.ts";
import { reverseProbe } from "./probes/reverse.ts";
import { smtpProbe } from "./probes/smtp.ts";
import { spfProbe } from "./probes/spf.ts";
import { tlsRptProbe } from "./probes/tls-rpt.ts";
import { tlsaProbe } from "./probes/tlsa.ts";

/** Every probe, under the evidence key it fills. */
export const PROBES: Probes = {
  domain: domainProbe,
  mx: mxProbe,
  hosts: hostsProbe,
  reverse: reverseProbe,
  smtp: smtpProbe,
  mtaSts: mtaStsProbe,
  tlsRpt: tlsRptProbe,
  dnssec: dnssecProbe,
  tlsa: tlsaProbe,
  bimi: bimiProbe,
  nameServers: nameServersProbe,
  aliases: aliasesProbe,
  spf: spfProbe,
  dmarc: dmarcProbe,
  dkim: dkimProbe,
  profile: profileProbe,
  blocklists: blocklistsProbe,
};

/**
 * Checks differ in what they need and in their outcomes; the runner treats them alike. `judge` hands each one
 * exactly the evidence it names, which is what makes this widening safe.
 */
const check = <Needs extends EvidenceKey, Definitions extends Outcomes>(
  one: Check<Needs, Definitions>,
): Check => one as unknown as Check;

/** Every check, in the order of the report. */
export const CHECKS: readonly Check[] = [
  check(mailProfile),
  check(domainExists),
  check(mxPresent),
  check(nullMxValid),
  check(mxTarget),
  check(mxProvider),
  check(mxRedundancy),
  check(mxReverseDns),
  check(smtpStarttls),
  check(spfPresent),
  check(spfSyntax),
  check(spfLookupLimit),
  check(spfVoidLookups),
  check(spfIncludeTarget),
  check(spfNameLimit),
  check(spfAll),
  check(spfOrder),
  check(spfPtr),
  check(spfBroadRange),
  check(spfSize),
  check(spfJoinedStrings),
  check(spfServices),
  check(dkimSelectors),
  check(dkimKey),
  check(dmarcPresent),
  check(dmarcSyntax),
  check(dmarcPolicy),
  check(dmarcSubdomains),
  check(dmarcTesting),
  check(dmarcReports),
  check(dmarcRfcs),
  check(mtaSts),
  check(tlsRpt),
  check(dnssec),
  check(dane),
  check(bimi),
  check(ipBlocklist),
  check(domainBlocklist),
  check(nsAnswers),
  check(nsAgree),
  check(cnameLoop),
];

const BY_ID: ReadonlyMap<string, Check> = new Map(CHECKS.map(one => [one.id, one]));

/** The check of that id; undefined for the id of a check that this version no longer has. */
export const checkById = (id: string): Check | undefined => BY_ID.get(id);
