import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { compareServers, type Difference } from "../name-server-agreement.ts";
import type { Fix } from "../finding.ts";
import { listed } from "../mail-hosts.ts";

const EXAMPLE: Difference = {
  name: "example.com",
  type: "MX",
  values: [
    { hosts: ["ns1.example.com"], values: ["10 mx1.example.com"] },
    { hosts: ["ns2.example.com"], values: ["10 old.example.com"] },
  ],
  serials: ["2026110101"],
};

/** Do all name servers of the zone say the same about mail? */
export const nsAgree = defineCheck({
  id: "ns-agree",
  section: "dns",
  question: "Do all name servers say the same about mail?",
  why: "When name servers hold different records, mail works for some senders and fails for others, and repeating a test gives another result each time.",
  reference: "RFC 1034, zone maintenance and transfers",
  weighty: false,
  needs: ["domain", "nameServers"],
  outcomes: {
    same: outcome<{ hosts: readonly string[] }>({
      status: "pass",
      title: ({ hosts }) => `${hosts.length} name servers give the same MX, TXT and DMARC records`,
      example: { hosts: ["ns1.example.com", "ns2.example.com"] },
    }),
    different: outcome<Difference>({
      status: "fail",
      title: ({ name, type }) => `The name servers disagree about the ${type} records of ${name}`,
      detail: difference =>
        `${valuesText(difference)} They hold the same version of the zone (serial ${listed(difference.serials)}), so this will not settle by itself.`,
      fix: differentFix,
      example: EXAMPLE,
    }),
    propagating: outcome<Difference>({
      status: "info",
      title: ({ name, type }) =>
        `A change of the ${type} records of ${name} has not reached all name servers yet`,
      detail: difference =>
        `${valuesText(difference)} Their serial numbers differ (${listed(difference.serials)}), as they do while a change spreads.`,
      example: { ...EXAMPLE, serials: ["2026110101", "2026110102"] },
    }),
  },
  run: ({ domain: { name: domain, exists }, nameServers }, { need }) => {
    if (!exists) return notApplicable("domain-does-not-exist");
    const { answering, differences, complete } = compareServers(domain, nameServers);
    if (differences.length > 0) {
      return differences.map(difference => ({
        outcome: difference.serials.length > 1 ? ("propagating" as const) : ("different" as const),
        args: difference,
        subject: `${difference.type} ${difference.name}`,
      }));
    }
    // With one server silent it may be the one that differs.
    need(complete);
    return answering.length < 2
      ? notApplicable("nothing-to-compare")
      : { outcome: "same", args: { hosts: answering } };
  },
});

const valuesText = ({ values }: Difference): string =>
  values
    .map(({ hosts, values: own }) => `${listed(hosts)}: ${own.length === 0 ? "no record" : own.join(" | ")}.`)
    .join(" ");

function differentFix({ name, type, values }: Difference): Fix {
  return {
    who: "dns-admin",
    steps: [
      `Decide which ${type} records of ${name} are right.`,
      ...values.map(
        ({ hosts, values: own }) =>
          `${listed(hosts)} ${hosts.length === 1 ? "has" : "have"}: ${own.length === 0 ? "no record" : own.join(" | ")}`,
      ),
      "If the name servers belong to one host, let it load the zone again on all of them (raise the serial number). If they belong to two hosts, take the one that is not kept up to date out of the delegation at the registrar.",
    ],
    records: [],
  };
}
