import type { Scenarios } from "../support/scenario.ts";

const SOA = "SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300";

export const scenarios: Scenarios = {
  "a name with any record": {
    zone: "example.com. TXT hello",
    must: ["exists = pass"],
    mustNot: ["nxdomain"],
  },
  "a name with nothing but names below it": {
    zone: `com. ${SOA}\nwww.example.com. A 192.0.2.1`,
    must: ["exists"],
    mustNot: ["nxdomain"],
  },
  "an alias whose target does not exist": {
    zone: "example.com. CNAME gone.example.net.\nexample.net. TXT x",
    must: ["exists"],
    mustNot: ["nxdomain"],
  },
  "an alias that leads in a circle": {
    zone: "example.com. CNAME a.example.net.\na.example.net. CNAME example.com.",
    must: ["exists"],
    mustNot: ["nxdomain"],
  },
  "a name that is not registered": {
    zone: `com. ${SOA}\nexample.org. TXT x`,
    must: [
      "nxdomain = fail",
      "mx-present/not-applicable",
      "tls-rpt/not-applicable",
      "ns-answers/not-applicable",
    ],
    mustNot: ["exists", "mx-present/none", "mta-sts/absent"],
  },
  "a sub-domain that does not exist": {
    domain: "mail.example.com",
    zone: `example.com. ${SOA}`,
    must: ["nxdomain"],
  },
  "a public suffix": {
    domain: "co.uk",
    zone: `co.uk. ${SOA}`,
    must: ["public-suffix = info"],
    mustNot: ["exists"],
  },
  "a suffix of a hosting company": {
    domain: "github.io",
    zone: `github.io. ${SOA}`,
    must: ["public-suffix"],
  },
  "one lookup that fails beside one that answers": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1",
    faults: [{ name: "example.com", type: "SOA", failure: "servfail" }],
    must: ["exists"],
  },
  "no lookup that answers": {
    zone: "example.com. MX 10 mx.example.com.",
    faults: [{ name: "example.com", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["exists", "nxdomain", "mx-present/none"],
  },
};
