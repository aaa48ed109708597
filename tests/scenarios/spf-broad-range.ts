import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const own = (text: string) => MX + spf("example.com", text);

export const scenarios: Scenarios = {
  ok: { zone: own("v=spf1 ip4:192.0.0.0/16 ip6:2001:db8::/32 -all"), must: ["ok"] },
  "IPv4 wider than /16": {
    zone: own("v=spf1 ip4:192.0.0.0/15 -all"),
    must: ["broad @ip4:192.0.0.0/15 = warn"],
    mustNot: ["ok"],
  },
  "IPv6 wider than /32": { zone: own("v=spf1 ip6:2001:db8::/31 -all"), must: ["broad @ip6:2001:db8::/31"] },
  "a with a wide prefix": {
    zone: own("v=spf1 a:mx.example.com/8 -all"),
    must: ["broad @a:mx.example.com/8"],
  },
  "the whole internet": {
    zone: own("v=spf1 mx ip4:0.0.0.0/0 -all"),
    must: ["internet @ip4:0.0.0.0/0 = fail"],
  },
  "half of it": {
    zone: own("v=spf1 mx ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"),
    must: ["internet @ip4:0.0.0.0/1", "internet @ip4:128.0.0.0/1"],
  },
  "/7 and /8": {
    zone: own("v=spf1 mx ip4:20.0.0.0/7 ip4:23.0.0.0/8 -all"),
    must: ["internet @ip4:20.0.0.0/7", "broad @ip4:23.0.0.0/8"],
  },
  "an include of everyone": {
    zone: own("v=spf1 mx include:spf.example.net -all") + spf("spf.example.net", "v=spf1 +all"),
    must: ["internet @include:spf.example.net"],
  },
  "everyone, deep in an include": {
    zone:
      own("v=spf1 mx include:outer.example.net -all") +
      spf("outer.example.net", "v=spf1 include:spf.example.net -all") +
      spf("spf.example.net", "v=spf1 ip4:0.0.0.0/0 -all"),
    must: ["internet @ip4:0.0.0.0/0"],
  },
  "only neutral": { zone: own("v=spf1 mx ?ip4:0.0.0.0/0 -all"), must: ["ok"] },
  "wide blocks of a large service": {
    zone:
      own("v=spf1 include:spf.example.net -all") + spf("spf.example.net", "v=spf1 ip4:52.100.0.0/14 -all"),
    must: ["ok"],
  },
  "an include cannot be looked up": {
    zone: own("v=spf1 mx include:spf.example.net -all"),
    faults: [{ name: "spf.example.net", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["ok"],
  },
};
