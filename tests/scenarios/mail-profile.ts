import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const NULL_MX = "example.com. 300 IN MX 0 .\n";
const spf = (text: string) => `example.com. 300 IN TXT "${text}"\n`;

export const scenarios: Scenarios = {
  "takes mail, names senders": {
    zone: MX + spf("v=spf1 mx -all"),
    must: ["sends-and-receives"],
  },
  "takes mail, says nothing about sending": {
    zone: MX,
    must: ["sends-and-receives"],
  },
  "takes mail, sends none": {
    zone: MX + spf("v=spf1 -all"),
    must: ["receives-only"],
  },
  "null MX, names senders": {
    zone: NULL_MX + spf("v=spf1 ip4:203.0.113.20 -all"),
    must: ["sends-only"],
  },
  "no MX, no SPF, signs with DKIM": {
    zone: 'example.com. 300 IN A 203.0.113.1\ndefault._domainkey.example.com. 300 IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="\n',
    must: ["sends-only"],
  },
  parked: {
    zone: NULL_MX + spf("v=spf1 -all"),
    must: ["parked"],
  },
  "nothing at all": {
    zone: "example.com. 300 IN A 203.0.113.1\n",
    must: ["parked"],
  },
  "MX cannot be asked": {
    zone: spf("v=spf1 -all"),
    faults: [{ name: "example.com", type: "MX", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["parked", "receives-only", "sends-only", "sends-and-receives"],
  },
};
