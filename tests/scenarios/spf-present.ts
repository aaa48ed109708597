import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const txt = (...texts: readonly string[]) =>
  texts.map(text => `example.com. 300 IN TXT "${text}"\n`).join("");

export const scenarios: Scenarios = {
  present: {
    zone: MX + txt("v=spf1 mx -all", "some-verification=123"),
    must: ["present"],
    mustNot: ["missing", "multiple"],
  },
  "missing where mail is received": {
    zone: MX + txt("some-verification=123"),
    must: ["missing = fail"],
    mustNot: ["present"],
  },
  "missing at a domain with null MX": { zone: "example.com. 300 IN MX 0 .\n", must: ["missing"] },
  "missing at a Google Workspace domain": {
    zone: `example.com. 300 IN MX 1 smtp.google.com.
_spf.google.com. 300 IN TXT "v=spf1 ip4:203.0.113.0/24 ~all"
smtp.google.com. 300 IN A 203.0.113.5
`,
    must: ["missing"],
  },
  "version glued to the first term": {
    zone: MX + txt("v=spf1;mx -all"),
    must: ["missing"],
    mustNot: ["present", "multiple"],
  },
  "another version": { zone: MX + txt("v=spf10 mx -all"), must: ["missing"] },
  "leading space": { zone: MX + txt(" v=spf1 mx -all"), must: ["missing"] },
  "version in another case is a record": { zone: MX + txt("V=SPF1 MX -ALL"), must: ["present"] },
  multiple: {
    zone: `${MX + txt("v=spf1 mx -all", "v=spf1 include:spf.example.net mx ~all")}spf.example.net. 300 IN TXT "v=spf1 ip4:192.0.2.0/24 -all"\n`,
    must: ["multiple = fail", "spf-syntax/not-applicable"],
    mustNot: ["present"],
  },
  "multiple, together beyond the limits": {
    zone: `${MX}${txt(
      `v=spf1 ${[1, 2, 3, 4, 5, 6].map(number => `include:s${number}.example.net`).join(" ")} -all`,
      `v=spf1 ${[6, 7, 8, 9, 10, 11].map(number => `include:s${number}.example.net`).join(" ")} -all`,
    )}${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
      .map(number => `s${number}.example.net. 300 IN TXT "v=spf1 ip4:192.0.2.${number} -all"\n`)
      .join("")}`,
    must: ["multiple"],
  },
  "the old record type": {
    zone: `${MX + txt("v=spf1 mx -all")}example.com. 300 IN SPF "v=spf1 mx -all"\n`,
    must: ["present", "deprecated-type = info"],
  },
  "only the old record type": {
    zone: `${MX}example.com. 300 IN SPF "v=spf1 mx -all"\n`,
    must: ["missing", "deprecated-type"],
  },
  "no such domain": {
    zone: "example.net. 300 IN A 192.0.2.1\n",
    must: ["not-applicable"],
    mustNot: ["missing"],
  },
  "TXT cannot be asked": {
    zone: MX + txt("v=spf1 mx -all"),
    faults: [{ name: "example.com", type: "TXT", failure: "servfail" }],
    must: [
      "inconclusive",
      "spf-syntax/inconclusive",
      "spf-lookup-limit/inconclusive",
      "spf-all/inconclusive",
    ],
    mustNot: ["missing", "present"],
  },
  "the old type cannot be asked": {
    zone: MX + txt("v=spf1 mx -all"),
    faults: [{ name: "example.com", type: "SPF", failure: "refused" }],
    must: ["present"],
    mustNot: ["deprecated-type", "inconclusive"],
  },
};
