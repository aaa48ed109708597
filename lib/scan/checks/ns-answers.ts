import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { Fix } from "../finding.ts";
import { listed } from "../mail-hosts.ts";
import { judgeServers, type ServerFault } from "../name-server-states.ts";

type Servers = { readonly zone: string; readonly servers: readonly ServerFault[] };
const EXAMPLE: Servers = {
  zone: "example.com",
  servers: [{ host: "ns2.example.com", address: "192.0.2.53", fault: "silent" }],
};

/** Do all name servers of the zone answer? */
export const nsAnswers = defineCheck({
  id: "ns-answers",
  section: "dns",
  question: "Do all name servers of the zone answer?",
  why: "Resolvers pick a name server by chance. One that is silent or knows nothing of the zone makes mail fail now and then, which is the hardest fault to find.",
  reference: "RFC 1034, authoritative data; RFC 9520, resolution failures",
  weighty: false,
  needs: ["domain", "nameServers"],
  outcomes: {
    all: outcome<{ zone: string; hosts: readonly string[] }>({
      status: "pass",
      title: ({ hosts }) =>
        hosts.length === 1
          ? "The one name server that was asked answers"
          : `All ${hosts.length} name servers that were asked answer`,
      figure: ({ hosts }) => `${hosts.length} / ${hosts.length}`,
      example: { zone: "example.com", hosts: ["ns1.example.com", "ns2.example.com"] },
    }),
    "some-silent": outcome<Servers>({
      status: "warn",
      title: ({ servers }) =>
        `${listed(servers.map(hostText))} ${servers.length === 1 ? "does" : "do"} not answer`,
      detail: () =>
        "Other name servers answered the same questions from here. Resolvers lose seconds with each silent one.",
      fix: ({ zone, servers }) => serverFix(zone, servers),
      example: EXAMPLE,
    }),
    lame: outcome<Servers>({
      status: "warn",
      title: ({ servers }) =>
        `${listed(servers.map(hostText))} ${servers.length === 1 ? "does" : "do"} not serve the zone (lame delegation)`,
      detail: ({ zone }) => `The answers carried no authority for ${zone}, or were refusals.`,
      fix: ({ zone, servers }) => serverFix(zone, servers),
      example: { ...EXAMPLE, servers: [{ host: "ns2.example.com", address: "192.0.2.53", fault: "lame" }] },
    }),
    none: outcome<Servers>({
      status: "fail",
      title: ({ zone }) => `No name server of ${zone} serves the zone`,
      detail: ({ servers }) => servers.map(faultText).join(" "),
      fix: ({ zone, servers }) => serverFix(zone, servers),
      example: { ...EXAMPLE, servers: [{ host: "ns1.example.com", address: null, fault: "no-address" }] },
    }),
  },
  run: ({ domain: { exists }, nameServers }, { need }) => {
    if (!exists) return notApplicable("domain-does-not-exist");
    if (nameServers.servers.length === 0) return notApplicable("nothing-to-compare");
    const { zone } = nameServers;
    const judged = judgeServers(nameServers);
    const lame = judged.faults.filter(({ fault }) => fault === "lame");
    const silent = judged.faults.filter(({ fault }) => fault !== "lame");
    if (judged.answering.length === 0) {
      // Silence everywhere can be the fault of the way from here.
      need(judged.reachable);
      return { outcome: "none", args: { zone, servers: judged.faults } };
    }
    const verdicts = [
      ...(silent.length > 0 ? [{ outcome: "some-silent" as const, args: { zone, servers: silent } }] : []),
      ...(lame.length > 0 ? [{ outcome: "lame" as const, args: { zone, servers: lame } }] : []),
    ];
    if (verdicts.length > 0) return verdicts;
    need(judged.complete);
    return { outcome: "all", args: { zone, hosts: judged.answering } };
  },
});

const hostText = ({ host, address }: ServerFault): string =>
  address === null ? host : `${host} (${address})`;

const faultText = (server: ServerFault): string => `${hostText(server)}: ${FAULTS[server.fault]}.`;

const FAULTS: { readonly [Fault in ServerFault["fault"]]: string } = {
  silent: "no answer",
  lame: "answers, but not for this zone",
  "no-address": "has no address",
  "private-address": "has no address that can be reached from the Internet",
};

const serverFix = (zone: string, servers: readonly ServerFault[]): Fix => ({
  who: "dns-admin",
  steps: [
    ...servers.map(faultText),
    `At the registrar, compare the name servers of ${zone} with those that the host of the zone names, and correct the list in both places: at the registrar and in the NS records of the zone.`,
    "If a listed server is yours, start it, load the zone, and let UDP and TCP on port 53 through.",
  ],
  records: [],
});
