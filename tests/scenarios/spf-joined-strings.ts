import type { Scenarios } from "../support/scenario.ts";

const HOSTS = `example.com. 300 IN MX 10 mx.example.com.
mx.example.com. 300 IN A 203.0.113.10
spf.example.net. 300 IN TXT "v=spf1 ip4:192.0.2.0/24 -all"
`;
const strings = (...parts: readonly string[]) =>
  `${HOSTS}example.com. 300 IN TXT ${parts.map(part => `"${part}"`).join(" ")}\n`;

export const scenarios: Scenarios = {
  "one string": { zone: strings("v=spf1 mx -all"), must: ["ok"] },
  "space at the end of the first": { zone: strings("v=spf1 mx ", "ip4:192.0.2.1 -all"), must: ["ok"] },
  "space at the beginning of the second": { zone: strings("v=spf1 mx", " ip4:192.0.2.1 -all"), must: ["ok"] },
  "cut inside a term": { zone: strings("v=spf1 mx ip4:192.0.", "2.1 -all"), must: ["ok"] },
  "two terms run together, still readable": {
    zone: strings("v=spf1 mx include:spf.example.net", "include:spf.example.net -all"),
    must: ["missing-space = warn"],
    mustNot: ["ok"],
  },
  "two terms run together, not readable": {
    zone: strings("v=spf1 mx ip4:192.0.2.1", "ip4:192.0.2.2 -all"),
    must: ["missing-space", "spf-syntax/invalid"],
  },
  "the version and the first term": {
    zone: strings("v=spf1", "mx -all"),
    must: ["missing-space", "spf-present/missing"],
  },
  "all and an explanation": {
    zone: strings("v=spf1 mx -all", "exp=why.example.com"),
    must: ["missing-space"],
  },
};
