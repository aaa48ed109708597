import type { ChangeRule } from "../define-change.ts";
import { domainBlocklistChange, ipBlocklistChange } from "./blocklists.ts";
import { dkimKeyChange, dkimSelectorsChange } from "./dkim.ts";
import {
  dmarcPolicyChange,
  dmarcPresentChange,
  dmarcReportsChange,
  dmarcSubdomainsChange,
  dmarcTestingChange,
} from "./dmarc.ts";
import {
  domainExistsChange,
  mailProfileChange,
  mxPresentChange,
  mxProviderChange,
  mxRedundancyChange,
} from "./mx.ts";
import { spfAllChange, spfLookupLimitChange, spfPresentChange, spfServicesChange } from "./spf.ts";
import { dnssecChange, mtaStsChange, smtpStarttlsChange, tlsRptChange } from "./transport.ts";

/** Rules of their own. A check without one changes when its outcome or status does, told by its titles. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  mailProfileChange,
  domainExistsChange,
  mxPresentChange,
  mxProviderChange,
  mxRedundancyChange,
  smtpStarttlsChange,
  spfPresentChange,
  spfLookupLimitChange,
  spfAllChange,
  spfServicesChange,
  dkimSelectorsChange,
  dkimKeyChange,
  dmarcPresentChange,
  dmarcPolicyChange,
  dmarcSubdomainsChange,
  dmarcTestingChange,
  dmarcReportsChange,
  mtaStsChange,
  tlsRptChange,
  dnssecChange,
  ipBlocklistChange,
  domainBlocklistChange,
];

const BY_CHECK: ReadonlyMap<string, ChangeRule> = new Map(CHANGE_RULES.map(rule => [rule.check, rule]));

export const changeRuleOf = (check: string): ChangeRule => BY_CHECK.get(check) ?? { check };
