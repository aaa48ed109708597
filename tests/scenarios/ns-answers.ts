import type { Scenarios } from "../support/scenario.ts";

const ZONE = `
example.com. SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300
example.com. NS ns1.example.com.
example.com. NS ns2.example.net.
example.com. MX 0 .
ns1.example.com. A 192.0.2.53
`;
const BOTH = `${ZONE}ns2.example.net. A 198.51.100.53`;

export const scenarios: Scenarios = {
  "all answer": { zone: BOTH, must: ["all = pass"], mustNot: ["some-silent", "lame", "none"] },
  "one is silent": {
    zone: BOTH,
    faults: [{ name: "*", authority: "198.51.100.53", failure: "timeout" }],
    must: ["some-silent = warn"],
    mustNot: ["all"],
  },
  "one has no address": { zone: ZONE, must: ["some-silent = warn"], mustNot: ["all"] },
  "one has a private address": {
    zone: `${ZONE}ns2.example.net. A 10.0.0.53`,
    must: ["some-silent"],
  },
  "one does not know the zone": {
    zone: BOTH,
    faults: [{ name: "*", authority: "198.51.100.53", failure: "lame" }],
    must: ["lame = warn"],
    mustNot: ["all", "some-silent"],
  },
  "one refuses": {
    zone: BOTH,
    faults: [{ name: "*", authority: "198.51.100.53", failure: "refused" }],
    must: ["lame"],
  },
  "one is silent and one does not know the zone": {
    zone: `${BOTH}\nexample.com. NS ns3.example.net.\nns3.example.net. A 203.0.113.53`,
    faults: [
      { name: "*", authority: "198.51.100.53", failure: "timeout" },
      { name: "*", authority: "203.0.113.53", failure: "lame" },
    ],
    must: ["some-silent", "lame"],
    mustNot: ["all", "none"],
  },
  "none knows the zone": {
    zone: BOTH,
    faults: [
      { name: "*", authority: "192.0.2.53", failure: "lame" },
      { name: "*", authority: "198.51.100.53", failure: "refused" },
    ],
    must: ["none = fail"],
    mustNot: ["lame"],
  },
  "none has an address": {
    zone: "example.com. NS ns1.example.net.\nexample.com. MX 0 .\nexample.net. TXT x",
    must: ["none = fail"],
  },
  "all are silent, which the way from here may be to blame for": {
    zone: BOTH,
    faults: [
      { name: "*", authority: "192.0.2.53", failure: "timeout" },
      { name: "*", authority: "198.51.100.53", failure: "unreachable" },
    ],
    must: ["inconclusive"],
    mustNot: ["none", "some-silent", "all"],
  },
  "one cannot be looked up": {
    zone: BOTH,
    faults: [{ name: "ns2.example.net", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["all", "some-silent"],
  },
  "an IPv6 server that cannot be reached": {
    zone: `${ZONE}ns2.example.net. AAAA 2001:db8::53`,
    faults: [{ name: "*", authority: "2001:db8::53", failure: "unreachable" }],
    must: ["inconclusive"],
    mustNot: ["all", "some-silent"],
  },
  "one question unanswered": {
    zone: BOTH,
    faults: [{ name: "example.com", type: "SOA", authority: "192.0.2.53", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["all", "some-silent"],
  },
  "a name inside a zone": {
    domain: "mail.example.com",
    zone: `${BOTH}\nmail.example.com. A 192.0.2.1`,
    must: ["all"],
  },
  "no name servers to be found": { zone: "example.com. TXT x", must: ["not-applicable"] },
  "no such domain": { zone: "example.net. TXT x", must: ["not-applicable"] },
};
