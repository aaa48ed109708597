import { asStrings, rsaRecord } from "../support/dkim-keys.ts";
import type { Scenarios } from "../support/scenario.ts";

const MAIL = `
example.com. MX 10 mx.example.com.
mx.example.com. A 203.0.113.10
example.com. TXT "v=spf1 mx -all"
`;
const PARKED = `
example.com. MX 0 .
example.com. TXT "v=spf1 -all"
`;
const key = (selector: string, text = rsaRecord(2048)) =>
  `${selector}._domainkey.example.com. TXT ${asStrings(text)}\n`;

export const scenarios: Scenarios = {
  "under a common name": { zone: MAIL + key("default"), must: ["found = pass"], mustNot: ["none-found"] },
  "under a name that only a message tells": {
    zone: MAIL + key("x7f3k"),
    selectors: ["x7f3k"],
    must: ["found"],
  },
  "under a name of the mail provider": {
    zone: `example.com. MX 10 mx.zoho.com.\n${key("zmail")}`,
    must: ["found"],
  },
  "under a name of a service in the SPF record": {
    zone: `${MAIL.replace("mx -all", "mx include:_spf.salesforce.com -all")}_spf.salesforce.com. TXT "v=spf1 ip4:192.0.2.1 -all"\n${key("sf1")}`,
    must: ["found"],
  },
  "under a name that nobody guesses": {
    zone: MAIL + key("x7f3k"),
    must: ["none-found = info"],
    mustNot: ["found", "no-domainkey"],
  },
  "only a revoked key": { zone: MAIL + key("default", "v=DKIM1; p="), must: ["none-found"] },
  "nothing below _domainkey": { zone: MAIL, must: ["no-domainkey = warn"], mustNot: ["none-found"] },
  "nothing below _domainkey, and nobody sends": {
    zone: PARKED,
    must: ["not-applicable"],
    mustNot: ["no-domainkey"],
  },
  "a wildcard that answers with a key": {
    zone: MAIL + key("*"),
    must: ["wildcard = warn"],
    mustNot: ["found", "none-found"],
  },
  "a wildcard of the whole domain that is no key": {
    zone: `${MAIL}*.example.com. TXT "hello"\n${key("default")}`,
    must: ["found"],
    mustNot: ["wildcard"],
  },
  "all revoked by a wildcard": {
    zone: `${PARKED}*._domainkey.example.com. TXT "v=DKIM1; p="\n`,
    must: ["all-revoked = info"],
    mustNot: ["wildcard", "found"],
  },
  "the selector that holds the key does not answer": {
    zone: MAIL + key("default"),
    faults: [{ name: "default._domainkey.example.com", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["none-found", "found"],
  },
  "the control does not answer": {
    zone: MAIL + key("default"),
    faults: [{ name: "5eedbea7c0ffee00._domainkey.example.com", failure: "servfail" }],
    must: ["inconclusive", "dkim-key/valid @default"],
  },
  "_domainkey does not answer": {
    zone: MAIL + key("default"),
    faults: [{ name: "_domainkey.example.com", failure: "servfail" }],
    must: ["found"],
    mustNot: ["no-domainkey"],
  },
};
