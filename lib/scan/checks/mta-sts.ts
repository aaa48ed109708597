import { uncoveredHosts } from "#lib/mail/mta-sts/policy.ts";
import type { StsRecordProblem } from "#lib/mail/mta-sts/record.ts";
import { type UntrustedServer, untrustedSentence, untrustedServers } from "../untrusted-servers.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { listed } from "../mail-hosts.ts";
import { policyFileFix, policyText, reachableFix, recordRepair, untilRepaired } from "../mta-sts-fixes.ts";
import {
  days,
  faultSentence,
  type PolicyFailure,
  type PolicyFault,
  RECORD_REASONS,
  unreachableBecause,
} from "../mta-sts-words.ts";

type Enforced = { readonly domain: string; readonly mx: readonly string[]; readonly maxAge: number };
const ENFORCED: Enforced = { domain: "example.com", mx: ["*.example.com"], maxAge: 604_800 };

const WEEK = 604_800;

/** Do senders have to encrypt mail to this domain and to check whom they talk to? */
export const mtaSts = defineCheck({
  id: "mta-sts",
  section: "transport",
  question: "Do senders have to encrypt and to check the server (MTA-STS)?",
  why: "STARTTLS alone can be removed on the way without anybody noticing. With MTA-STS senders know in advance which servers are the right ones and that they encrypt.",
  reference: "RFC 8461, SMTP MTA Strict Transport Security",
  weighty: false,
  needs: ["domain", "mx", "hosts", "mtaSts", "smtp"],
  outcomes: {
    enforce: outcome<Enforced>({
      status: "pass",
      title: () => "Senders have to encrypt and to check the server",
      detail: ({ mx, maxAge }) =>
        `The policy covers ${listed(mx)} and is remembered for ${days(maxAge)}.${maxAge < WEEK ? " A week or more protects better." : ""}`,
      example: ENFORCED,
    }),
    testing: outcome<Enforced>({
      status: "info",
      title: () => "The policy is being tested: senders report problems but deliver all the same",
      detail: () =>
        "Once TLS reports show no failures, change the mode to enforce and give the record a new id.",
      example: ENFORCED,
    }),
    "none-mode": outcome<{ domain: string }>({
      status: "info",
      title: () => "The policy is switched off (mode: none)",
      detail: () =>
        "This is how a policy is retired. Record and file can go once the time that senders remember the old policy for has passed.",
      example: { domain: "example.com" },
    }),
    absent: outcome<{ domain: string }>({
      status: "info",
      title: ({ domain }) => `${domain} has no MTA-STS policy`,
      example: { domain: "example.com" },
    }),
    "record-invalid": outcome<{
      domain: string;
      reason: StsRecordProblem;
      texts: readonly string[];
      freshId: string;
    }>({
      status: "fail",
      title: ({ reason }) => `The MTA-STS record is not usable: ${RECORD_REASONS[reason]}`,
      detail: () => "Senders behave as if there were no policy, although one was meant.",
      fix: recordRepair,
      example: {
        domain: "example.com",
        reason: "bad-id",
        texts: ["v=STSv1; id=2026-01-01"],
        freshId: "20261101120000",
      },
    }),
    "policy-unreachable": outcome<PolicyFailure>({
      status: "fail",
      title: failure => `The policy file cannot be fetched: ${unreachableBecause(failure)}`,
      detail: ({ domain }) =>
        `Senders look for https://mta-sts.${domain}/.well-known/mta-sts.txt. Without it they use a policy that they remember, or none.`,
      fix: reachableFix,
      example: { domain: "example.com", status: 404, failure: null },
    }),
    "policy-invalid": outcome<{ domain: string; faults: readonly PolicyFault[]; hosts: readonly string[] }>({
      status: "fail",
      title: () => "The policy file is not usable",
      detail: ({ faults }) =>
        `${faults.map(faultSentence).join(" ")} Senders behave as if there were no policy.`,
      fix: ({ domain, hosts }) => policyFileFix(domain, policyText("testing", hosts, WEEK)),
      example: {
        domain: "example.com",
        faults: [{ problem: "no-mode", line: null }],
        hosts: ["mx1.example.com"],
      },
    }),
    "mx-mismatch": outcome<
      Enforced & { mode: "enforce" | "testing"; hosts: readonly string[]; all: readonly string[] }
    >({
      status: "fail",
      title: ({ hosts }) =>
        hosts.length === 1
          ? `The policy does not allow the mail server ${hosts[0]}`
          : `The policy does not allow the mail servers ${listed(hosts)}`,
      detail: ({ mode, mx }) =>
        `It allows ${listed(mx)}; “*” stands for one label only. ${
          mode === "enforce"
            ? "Senders that follow MTA-STS do not deliver to the others."
            : "The policy is in testing, so mail still arrives; under enforce it would not."
        }`,
      fix: ({ domain, mode, mx, hosts, maxAge }) =>
        policyFileFix(domain, policyText(mode, [...mx, ...hosts], maxAge)),
      example: { ...ENFORCED, mode: "enforce", hosts: ["mx1.backup.example"], all: ["mx1.backup.example"] },
    }),
    "mx-untrusted": outcome<Enforced & { servers: readonly UntrustedServer[] }>({
      status: "fail",
      title: ({ servers }) =>
        `The policy is enforced, but ${listed(servers.map(({ host }) => host))} ${servers.length === 1 ? "does" : "do"} not meet it`,
      detail: ({ servers }) =>
        `${servers.map(untrustedSentence).join(" ")} Senders that follow MTA-STS do not deliver there.`,
      fix: ({ domain, mx, servers, maxAge }) =>
        untilRepaired(domain, policyText("testing", mx, maxAge), servers),
      example: { ...ENFORCED, servers: [{ host: "mx1.example.com", problem: "expired" }] },
    }),
    "wrong-media-type": outcome<{ domain: string; mediaType: string | null }>({
      status: "warn",
      title: ({ mediaType }) =>
        mediaType === null
          ? "The policy file is served without a content type"
          : `The policy file is served as ${mediaType}`,
      detail: () =>
        "It has to be text/plain. Senders are told to look at that, and some then ignore the policy.",
      fix: ({ domain }) => ({
        who: "mail-admin",
        steps: [
          `Let the web server give out https://mta-sts.${domain}/.well-known/mta-sts.txt as text/plain.`,
        ],
        records: [],
      }),
      example: { domain: "example.com", mediaType: "text/html" },
    }),
    "policy-not-fetched": outcome<{ domain: string; id: string }>({
      status: "info",
      unmeasured: true,
      title: () => "The record is in order; the policy file was not fetched, because this scan asks DNS only",
      example: { domain: "example.com", id: "20261101" },
    }),
  },
  run: (
    { domain: { name: domain, exists }, mx, hosts, mtaSts: { record, policy: gathered, freshId }, smtp },
    { need },
  ) => {
    if (!exists) return notApplicable("domain-does-not-exist");
    if (record.kind === "absent") return { outcome: "absent", args: { domain } };
    if (record.kind === "invalid") {
      const { reason, texts } = record;
      return { outcome: "record-invalid", args: { domain, reason, texts, freshId } };
    }
    const fetched = need(gathered);
    // Without MX records the domain itself is the server (RFC 8461 4.1 with RFC 5321 5.1).
    const all = mx.hosts.length > 0 ? mx.hosts.map(({ host }) => host) : hosts.hosts.map(({ host }) => host);
    switch (fetched.kind) {
      case "not-fetched":
        return { outcome: "policy-not-fetched", args: { domain, id: record.id } };
      case "unreachable":
        return {
          outcome: "policy-unreachable",
          args: { domain, status: fetched.status, failure: fetched.failure },
        };
      case "invalid":
        return { outcome: "policy-invalid", args: { domain, faults: fetched.faults, hosts: all } };
      case "fetched": {
        const { mode, maxAge, mx: patterns } = fetched.policy;
        if (mode === "none") return { outcome: "none-mode", args: { domain } };
        const args: Enforced = { domain, mx: patterns, maxAge };
        const { mediaType } = fetched;
        const uncovered = uncoveredHosts(fetched.policy, all);
        const servers = mode === "enforce" ? untrustedServers(smtp) : [];
        if (uncovered.length > 0)
          return { outcome: "mx-mismatch", args: { ...args, mode, hosts: uncovered, all } };
        if (servers.length > 0) return { outcome: "mx-untrusted", args: { ...args, servers } };
        if (mediaType !== "text/plain") return { outcome: "wrong-media-type", args: { domain, mediaType } };
        return { outcome: mode, args };
      }
    }
  },
});
