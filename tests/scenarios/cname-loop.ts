import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. MX 10 mx.example.com.\n";

export const scenarios: Scenarios = {
  "no alias": { zone: `${MX}mx.example.com. A 192.0.2.1`, must: ["none = pass"] },
  "an alias that ends": {
    zone: `${MX}mx.example.com. CNAME a.example.net.\na.example.net. CNAME b.example.net.\nb.example.net. A 192.0.2.1`,
    must: ["none"],
    mustNot: ["loop"],
  },
  "a mail server's alias leads to itself": {
    zone: `${MX}mx.example.com. CNAME mx.example.com.`,
    must: ["loop @mx.example.com = fail"],
    mustNot: ["none"],
  },
  "over another name": {
    zone: `${MX}mx.example.com. CNAME a.example.net.\na.example.net. CNAME mx.example.com.`,
    must: ["loop @mx.example.com"],
  },
  "at the DMARC name": {
    zone: `example.com. MX 0 .
_dmarc.example.com. CNAME d.example.net.
d.example.net. CNAME _dmarc.example.com.`,
    must: ["loop @_dmarc.example.com"],
    mustNot: ["dmarc-present/missing"],
  },
  "at the domain itself": {
    zone: "example.com. CNAME www.example.com.\nwww.example.com. CNAME example.com.",
    must: ["loop @example.com", "domain-exists/exists"],
  },
  "a chain without end": {
    zone: `${MX}mx.example.com. CNAME c0.example.net.\n${Array.from({ length: 100 }, (_, at) => `c${at}.example.net. CNAME c${at + 1}.example.net.`).join("\n")}`,
    must: ["loop @mx.example.com"],
  },
  "a lookup that fails": {
    zone: `${MX}mx.example.com. A 192.0.2.1`,
    faults: [{ name: "mx.example.com", type: "A", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["none", "loop"],
  },
};
