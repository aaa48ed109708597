import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const own = (text: string) => MX + spf("example.com", text);

export const scenarios: Scenarios = {
  ok: { zone: own("v=spf1 mx -all exp=why.example.com"), must: ["ok"] },
  "terms after all": {
    zone: own("v=spf1 mx -all ip4:192.0.2.1 include:spf.example.net"),
    must: ["terms-after-all = warn"],
    mustNot: ["ok"],
  },
  "a second all": { zone: own("v=spf1 mx ~all -all"), must: ["terms-after-all"] },
  "redirect ignored": {
    zone: own("v=spf1 redirect=_spf.example.com mx -all") + spf("_spf.example.com", "v=spf1 ?all"),
    must: ["redirect-ignored = warn"],
    mustNot: ["terms-after-all"],
  },
  both: {
    zone: own("v=spf1 -all mx redirect=_spf.example.com"),
    must: ["redirect-ignored", "terms-after-all"],
  },
  "in an included record of one's own": {
    zone: own("v=spf1 include:_spf.example.com -all") + spf("_spf.example.com", "v=spf1 -all mx:example.com"),
    must: ["terms-after-all @_spf.example.com"],
  },
  "in somebody else's record": {
    zone: own("v=spf1 include:spf.example.net -all") + spf("spf.example.net", "v=spf1 -all mx:example.com"),
    must: ["ok"],
  },
  "a record of one's own cannot be looked up": {
    zone: own("v=spf1 include:_spf.example.com -all"),
    faults: [{ name: "_spf.example.com", failure: "servfail" }],
    must: ["inconclusive", "spf-ptr/inconclusive"],
    mustNot: ["ok", "spf-ptr/unused"],
  },
};
