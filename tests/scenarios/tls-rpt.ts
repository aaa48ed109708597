import type { Scenarios } from "../support/scenario.ts";

const DOMAIN = "example.com. MX 0 .\n";
const record = (...texts: readonly string[]) =>
  DOMAIN + texts.map(text => `_smtp._tls.example.com. TXT "${text}"\n`).join("");

export const scenarios: Scenarios = {
  present: { zone: record("v=TLSRPTv1; rua=mailto:tls@example.com"), must: ["present = pass"] },
  "reports by HTTPS": { zone: record("v=TLSRPTv1;rua=https://example.net/tls"), must: ["present"] },
  "an alias": {
    zone: `${DOMAIN}_smtp._tls.example.com. CNAME tls.example.net.
tls.example.net. TXT "v=TLSRPTv1; rua=mailto:tls@example.net"`,
    must: ["present"],
  },
  absent: { zone: DOMAIN, must: ["absent = info"] },
  "another record at the name": { zone: record("v=spf1 -all"), must: ["absent"], mustNot: ["invalid"] },
  "an address without a scheme": {
    zone: record("v=TLSRPTv1; rua=tls@example.com"),
    must: ["invalid = warn"],
    mustNot: ["absent"],
  },
  "a version in lower case": { zone: record("v=tlsrptv1; rua=mailto:a@example.com"), must: ["invalid"] },
  "two records": {
    zone: record("v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:b@example.com"),
    must: ["multiple = warn"],
    mustNot: ["present"],
  },
  "a lookup that fails": {
    zone: DOMAIN,
    faults: [{ name: "_smtp._tls.example.com", failure: "refused" }],
    must: ["inconclusive"],
    mustNot: ["absent"],
  },
  "no such domain": { zone: "example.net. TXT x", must: ["not-applicable"] },
};
