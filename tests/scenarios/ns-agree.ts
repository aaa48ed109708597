import type { Scenario, Scenarios } from "../support/scenario.ts";

const zoneOf = (serial: number, mx: string, txt = "v=spf1 -all", dmarc = "v=DMARC1; p=reject") => `
example.com. SOA ns1.example.com. hostmaster.example.com. ${serial} 7200 900 1209600 300
example.com. NS ns1.example.com.
example.com. NS ns2.example.com.
example.com. MX 10 ${mx}.
example.com. TXT "${txt}"
_dmarc.example.com. TXT "${dmarc}"
ns1.example.com. A 192.0.2.53
ns2.example.com. A 198.51.100.53
mx.example.com. A 192.0.2.1
old.example.com. A 192.0.2.2
`;
const ZONE = zoneOf(1, "mx.example.com");
const beside = (other: string, must: readonly string[], mustNot: readonly string[] = ["same"]): Scenario => ({
  zone: ZONE,
  authorities: { "198.51.100.53": other },
  must,
  mustNot,
});

export const scenarios: Scenarios = {
  "all say the same": { zone: ZONE, must: ["same = pass"], mustNot: ["different", "propagating"] },
  "the same in another order": {
    ...beside(`${ZONE}example.com. TXT "a"`, ["same"], ["different"]),
    zone: ZONE.replace('example.com. TXT "v=spf1', 'example.com. TXT "a"\nexample.com. TXT "v=spf1'),
  },
  "another MX": beside(
    zoneOf(1, "old.example.com"),
    ["different @MX example.com = fail"],
    ["same", "propagating"],
  ),
  "another SPF record": beside(zoneOf(1, "mx.example.com", "v=spf1 ~all"), ["different @TXT example.com"]),
  "no DMARC record at one": beside(ZONE.replace(/_dmarc.*\n/u, ""), ["different @TXT _dmarc.example.com"]),
  "an alias at one": beside(ZONE.replace(/_dmarc.*\n/u, "_dmarc.example.com. CNAME dmarc.example.net.\n"), [
    "different @TXT _dmarc.example.com",
  ]),
  "a change on its way": beside(
    zoneOf(2, "old.example.com"),
    ["propagating @MX example.com = info"],
    ["same", "different"],
  ),
  "another serial and the same records": beside(
    zoneOf(2, "mx.example.com"),
    ["same"],
    ["propagating", "different"],
  ),
  "one is silent, and may be the one that differs": {
    zone: ZONE,
    faults: [{ name: "*", authority: "198.51.100.53", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["same"],
  },
  "one does not answer one question": {
    zone: ZONE,
    faults: [{ name: "example.com", type: "MX", authority: "198.51.100.53", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["same", "different"],
  },
  "a difference is one even when another server is silent": {
    ...beside(`${zoneOf(1, "old.example.com")}example.com. NS ns3.example.com.`, ["different"]),
    zone: `${ZONE}example.com. NS ns3.example.com.\nns3.example.com. A 203.0.113.53`,
    faults: [{ name: "*", authority: "203.0.113.53", failure: "timeout" }],
  },
  "one does not serve the zone": {
    zone: ZONE,
    faults: [{ name: "*", authority: "198.51.100.53", failure: "lame" }],
    must: ["not-applicable"],
    mustNot: ["same", "different"],
  },
  "only one name server": {
    zone: `example.com. NS ns1.example.com.
example.com. MX 0 .
ns1.example.com. A 192.0.2.53`,
    must: ["not-applicable"],
  },
  "no such domain": { zone: "example.net. TXT x", must: ["not-applicable"] },
};
