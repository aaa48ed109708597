import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const own = (text: string) => MX + spf("example.com", text);

export const scenarios: Scenarios = {
  unused: { zone: own("v=spf1 mx -all"), must: ["unused"] },
  used: { zone: own("v=spf1 mx ptr -all"), must: ["used = warn"] },
  "used with a name": { zone: own("v=spf1 mx PTR:example.net -all"), must: ["used"] },
  "used in a record of one's own": {
    zone:
      own("v=spf1 include:_spf.example.com -all") + spf("_spf.example.com", "v=spf1 ptr mx:example.com -all"),
    must: ["used"],
  },
  "used by somebody else": {
    zone: own("v=spf1 include:spf.example.net -all") + spf("spf.example.net", "v=spf1 ptr -all"),
    must: ["unused"],
  },
  "behind all": { zone: own("v=spf1 mx -all ptr"), must: ["unused", "spf-order/terms-after-all"] },
};
