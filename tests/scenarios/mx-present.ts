import type { Scenarios } from "../support/scenario.ts";

export const scenarios: Scenarios = {
  "two mail servers": {
    zone: `
example.com. MX 20 b.example.com.
example.com. MX 10 a.example.com.
a.example.com. A 192.0.2.1
b.example.com. A 192.0.2.2`,
    must: ["present = pass"],
    mustNot: ["implicit", "none", "null-mx"],
  },
  "a null MX": {
    zone: "example.com. MX 0 .",
    must: ["null-mx = info", "null-mx-valid/valid"],
    mustNot: ["none", "present"],
  },
  "an address and no MX": {
    zone: "example.com. A 192.0.2.1",
    must: ["implicit = warn", "mx-target/resolves @example.com"],
    mustNot: ["none", "present"],
  },
  "an IPv6 address and no MX": {
    zone: "example.com. AAAA 2001:db8::1",
    must: ["implicit"],
    mustNot: ["none"],
  },
  "neither MX nor address": {
    zone: `example.com. TXT "v=spf1 -all"`,
    must: ["none = fail", "mx-target/not-applicable", "smtp-starttls/not-applicable"],
    mustNot: ["implicit"],
  },
  "a null MX beside an address does not fall back to it": {
    zone: "example.com. MX 0 .\nexample.com. A 192.0.2.1",
    must: ["null-mx", "mx-target/not-applicable"],
    mustNot: ["implicit"],
  },
  "no MX and addresses that cannot be asked for": {
    zone: "example.com. TXT x",
    faults: [
      { name: "example.com", type: "A", failure: "servfail" },
      { name: "example.com", type: "AAAA", failure: "timeout" },
    ],
    must: ["inconclusive"],
    mustNot: ["none", "implicit"],
  },
  "no IPv4 address and an IPv6 lookup that fails": {
    zone: "example.com. TXT x",
    faults: [{ name: "example.com", type: "AAAA", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["none", "implicit"],
  },
  "an MX lookup that fails, at a domain with an address": {
    zone: "example.com. A 192.0.2.1",
    faults: [{ name: "example.com", type: "MX", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["implicit", "none"],
  },
};
