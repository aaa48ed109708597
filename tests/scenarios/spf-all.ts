import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const own = (text: string) => MX + spf("example.com", text);

export const scenarios: Scenarios = {
  fail: { zone: own("v=spf1 mx -all"), must: ["fail = pass"] },
  softfail: { zone: own("v=spf1 mx ~all"), must: ["softfail = pass"] },
  neutral: { zone: own("v=spf1 mx ?all"), must: ["neutral = warn"] },
  pass: { zone: own("v=spf1 mx +all"), must: ["pass = fail"] },
  "pass without a sign": { zone: own("v=spf1 mx ALL"), must: ["pass = fail"] },
  "pass and nothing else": { zone: own("v=spf1 +all"), must: ["pass = fail"] },
  "pass at a domain without mail": {
    zone: `example.com. 300 IN MX 0 .\n${spf("example.com", "v=spf1 +all")}`,
    must: ["pass"],
  },
  absent: { zone: own("v=spf1 mx ip4:192.0.2.1"), must: ["absent = warn"] },
  "absent from an empty record": { zone: own("v=spf1"), must: ["absent"] },
  "by redirect": {
    zone: own("v=spf1 redirect=_spf.example.com") + spf("_spf.example.com", "v=spf1 mx:example.com -all"),
    must: ["by-redirect = pass"],
  },
  "by redirect to nothing": { zone: own("v=spf1 mx redirect=gone.example.net"), must: ["by-redirect"] },
  "by redirect to a name of the message": {
    zone: own("v=spf1 mx redirect=%{l}._spf.example.com"),
    must: ["by-redirect"],
  },
  "neutral by redirect": {
    zone: own("v=spf1 redirect=_spf.example.com") + spf("_spf.example.com", "v=spf1 mx:example.com ?all"),
    must: ["neutral"],
  },
  "absent by redirect to somebody else": {
    zone: own("v=spf1 mx redirect=spf.example.net") + spf("spf.example.net", "v=spf1 ip4:192.0.2.0/24"),
    must: ["absent"],
  },
  "pass in an include is not the domain's all": {
    zone: own("v=spf1 include:spf.example.net -all") + spf("spf.example.net", "v=spf1 +all"),
    must: ["fail", "spf-broad-range/internet"],
    mustNot: ["pass"],
  },
  "the redirect cannot be looked up": {
    zone: own("v=spf1 mx redirect=spf.example.net"),
    faults: [{ name: "spf.example.net", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["absent", "by-redirect"],
  },
};
