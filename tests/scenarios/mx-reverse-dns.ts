import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1\n";
const PTR = "1.2.0.192.in-addr.arpa. PTR";
const GOOGLE = `example.com. MX 1 smtp.google.com.
smtp.google.com. A 192.0.2.1
_spf.google.com. TXT "v=spf1 ip4:192.0.2.0/24 ~all"
`;

export const scenarios: Scenarios = {
  "a name that leads back": {
    zone: `${MX}${PTR} mx.example.com.`,
    must: ["confirmed @192.0.2.1 = pass"],
  },
  "another name that leads back": {
    zone: `${MX}${PTR} out.example.net.\nout.example.net. A 192.0.2.1`,
    must: ["confirmed"],
  },
  "one of two names leads back": {
    zone: `${MX}${PTR} wrong.example.net.\n${PTR} mx.example.com.\nwrong.example.net. A 192.0.2.77`,
    must: ["confirmed"],
    mustNot: ["not-confirmed"],
  },
  IPv6: {
    zone: `example.com. MX 10 mx.example.com.
mx.example.com. AAAA 2001:db8::1
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mx.example.com.`,
    must: ["confirmed @2001:db8::1"],
  },
  "no name": { zone: MX, must: ["missing @192.0.2.1 = warn"], mustNot: ["confirmed"] },
  "a name that leads elsewhere": {
    zone: `${MX}${PTR} host1.isp.example.\nhost1.isp.example. A 192.0.2.99`,
    must: ["not-confirmed = warn"],
  },
  "a name that does not exist": {
    zone: `${MX}${PTR} host1.isp.example.`,
    must: ["not-confirmed = warn"],
  },
  "no name at a provider's server": { zone: GOOGLE, must: ["missing = info"] },
  "a wrong name at a provider's server": {
    zone: `${GOOGLE}${PTR} other.1e100.net.`,
    must: ["not-confirmed = info"],
  },
  "a name that cannot be asked for": {
    zone: MX,
    faults: [{ name: "1.2.0.192.in-addr.arpa", failure: "servfail" }],
    must: ["inconclusive @192.0.2.1"],
    mustNot: ["missing"],
  },
  "a name whose address cannot be asked for": {
    zone: `${MX}${PTR} host1.isp.example.`,
    faults: [{ name: "host1.isp.example", failure: "timeout" }],
    must: ["inconclusive @192.0.2.1"],
    mustNot: ["not-confirmed"],
  },
  "the only server's address cannot be asked for": {
    zone: MX,
    faults: [{ name: "mx.example.com", type: "A", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["not-applicable"],
  },
  "no MX": { zone: "example.com. TXT x", must: ["not-applicable"] },
};
