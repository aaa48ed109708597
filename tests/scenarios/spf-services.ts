import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const own = (text: string) => MX + spf("example.com", text);

export const scenarios: Scenarios = {
  none: { zone: own("v=spf1 mx -all"), must: ["none = info"], mustNot: ["identified"] },
  "one service": {
    zone: own("v=spf1 include:_spf.google.com -all") + spf("_spf.google.com", "v=spf1 ip4:192.0.2.0/24 ~all"),
    must: ["identified = info"],
  },
  "inside a reseller's record": {
    zone:
      own("v=spf1 include:spf.example.net -all") +
      spf("spf.example.net", "v=spf1 include:sendgrid.net -all") +
      spf("sendgrid.net", "v=spf1 ip4:192.0.2.0/24 ~all"),
    must: ["identified"],
  },
  "behind macros": {
    zone: own("v=spf1 include:%{ir}.%{v}.%{d}.spf.has.pphosted.com -all"),
    must: ["identified"],
  },
  "a name that only looks like it": {
    zone:
      own("v=spf1 include:sendgrid.net.example.net -all") +
      spf("sendgrid.net.example.net", "v=spf1 ip4:192.0.2.0/24 ~all"),
    must: ["none"],
  },
  "an include cannot be looked up": {
    zone: own("v=spf1 include:spf.example.net -all"),
    faults: [{ name: "spf.example.net", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["none"],
  },
};
