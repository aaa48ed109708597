import type { Scenarios } from "../support/scenario.ts";

const SOA = "SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300";
const DS = `example.com. DS 12345 13 2 ${"ab".repeat(32)}`;
const ZONE = `example.com. ${SOA}\nexample.com. MX 0 .\n`;

export const scenarios: Scenarios = {
  signed: { zone: ZONE + DS, ad: true, must: ["secure = pass"] },
  "not signed": { zone: ZONE, ad: ["example.net"], must: ["insecure = info"], mustNot: ["bogus"] },
  "not signed, as a resolver sees it that does not validate": { zone: ZONE, must: ["insecure"] },
  "signed with algorithms that nobody knows": { zone: ZONE + DS, ad: ["example.net"], must: ["insecure"] },
  "signed, and the resolver does not validate": {
    zone: ZONE + DS,
    must: ["inconclusive"],
    mustNot: ["insecure", "secure", "bogus"],
  },
  "a name inside a signed zone, and the resolver does not validate": {
    domain: "mail.example.com",
    zone: `${ZONE}${DS}\nmail.example.com. A 192.0.2.1`,
    must: ["inconclusive"],
    mustNot: ["insecure"],
  },
  "wrong signatures": {
    zone: ZONE + DS,
    ad: true,
    faults: [{ name: "example.com", type: "SOA", failure: "servfail", unlessCheckingDisabled: true }],
    must: ["bogus = fail"],
    mustNot: ["secure", "insecure"],
  },
  "signatures that ran out": {
    zone: ZONE + DS,
    ad: true,
    faults: [
      {
        name: "example.com",
        type: "SOA",
        failure: "servfail",
        extendedError: { code: 7, text: "signature expired" },
      },
    ],
    must: ["bogus"],
  },
  "a server failure that has nothing to do with signatures": {
    zone: ZONE + DS,
    ad: true,
    faults: [
      { name: "example.com", type: "SOA", failure: "servfail", extendedError: { code: 22, text: "" } },
    ],
    must: ["inconclusive"],
    mustNot: ["bogus", "insecure", "secure"],
  },
  "no answer": {
    zone: ZONE + DS,
    ad: true,
    faults: [{ name: "example.com", type: "SOA", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["bogus", "insecure"],
  },
  "the DS record cannot be asked for": {
    zone: ZONE,
    faults: [{ name: "example.com", type: "DS", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["insecure"],
  },
  "no such domain": { zone: `com. ${SOA}`, must: ["not-applicable"] },
};
