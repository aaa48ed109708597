import type { Scenarios } from "../support/scenario.ts";

export const scenarios: Scenarios = {
  "two hosts": {
    zone: `example.com. MX 10 a.example.com.
example.com. MX 20 b.example.com.
a.example.com. A 192.0.2.1
b.example.com. A 192.0.2.2`,
    must: ["several-addresses = pass"],
  },
  "one host with two addresses": {
    zone: "example.com. MX 10 a.example.com.\na.example.com. A 192.0.2.1\na.example.com. AAAA 2001:db8::1",
    must: ["several-addresses"],
  },
  "two hosts with one address": {
    zone: `example.com. MX 10 a.example.com.
example.com. MX 20 b.example.com.
a.example.com. A 192.0.2.1
b.example.com. A 192.0.2.1`,
    must: ["single-address = info"],
    mustNot: ["several-addresses"],
  },
  "one address, and a lookup that fails": {
    zone: "example.com. MX 10 a.example.com.\na.example.com. A 192.0.2.1",
    faults: [{ name: "a.example.com", type: "AAAA", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["single-address"],
  },
  "two addresses, and a lookup that fails": {
    zone: `example.com. MX 10 a.example.com.
a.example.com. A 192.0.2.1
a.example.com. A 192.0.2.2`,
    faults: [{ name: "a.example.com", type: "AAAA", failure: "timeout" }],
    must: ["several-addresses"],
  },
  "no address": { zone: "example.com. MX 10 a.example.com.", must: ["not-applicable"] },
  "no MX": { zone: "example.com. TXT x", must: ["not-applicable"] },
};
