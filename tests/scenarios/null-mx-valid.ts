import type { Scenarios } from "../support/scenario.ts";

export const scenarios: Scenarios = {
  "alone with preference 0": { zone: "example.com. MX 0 .", must: ["valid = pass"] },
  "beside a mail server": {
    zone: "example.com. MX 0 .\nexample.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1",
    must: ["with-other-mx = fail", "mx-present/present"],
    mustNot: ["valid"],
  },
  "with another preference": {
    zone: "example.com. MX 10 .",
    must: ["preference-not-zero = warn"],
    mustNot: ["valid"],
  },
  "a domain without it": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1",
    must: ["not-applicable"],
  },
  "a domain with no MX at all": { zone: "example.com. A 192.0.2.1", must: ["not-applicable"] },
};
