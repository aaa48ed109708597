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
const dmarc = (text: string) => `_dmarc.example.com. TXT "v=DMARC1; p=reject${text}"\n`;
const consent = (host: string, text = "v=DMARC1") => `example.com._report._dmarc.${host}. TXT "${text}"\n`;
const OUTSIDE = "; rua=mailto:d@reports.example.net";

export const scenarios: Scenarios = {
  "to the domain itself": {
    zone: MAIL + dmarc("; rua=mailto:d@example.com"),
    must: ["ok = pass"],
    mustNot: ["not-authorised"],
  },
  "to a sub-domain": { zone: MAIL + dmarc("; rua=mailto:d@reports.example.com"), must: ["ok"] },
  "to a host elsewhere that consents": {
    zone: MAIL + dmarc(OUTSIDE) + consent("reports.example.net"),
    must: ["ok"],
    mustNot: ["not-authorised"],
  },
  "to a host elsewhere that consents to everybody": {
    zone: `${MAIL}${dmarc(OUTSIDE)}*._report._dmarc.reports.example.net. TXT "v=DMARC1"\n`,
    must: ["ok"],
  },
  "to a host elsewhere that does not": {
    zone: MAIL + dmarc(OUTSIDE),
    must: ["not-authorised @reports.example.net = warn"],
    mustNot: ["ok"],
  },
  "to a host that passes reports on": {
    zone: MAIL + dmarc(OUTSIDE) + consent("reports.example.net", "v=DMARC1; rua=mailto:d@example.org"),
    must: ["not-authorised"],
  },
  "failure reports to a host that does not consent": {
    zone: MAIL + dmarc("; rua=mailto:d@example.com; ruf=mailto:f@reports.example.net"),
    must: ["not-authorised @reports.example.net"],
  },
  "the consent cannot be looked up": {
    zone: MAIL + dmarc(`${OUTSIDE},mailto:d@example.com`) + consent("reports.example.net"),
    faults: [{ name: "example.com._report._dmarc.reports.example.net", failure: "servfail" }],
    must: ["inconclusive @reports.example.net"],
    mustNot: ["ok", "not-authorised"],
  },
  "no address": { zone: MAIL + dmarc(""), must: ["none = warn"], mustNot: ["ok"] },
  "an empty tag": { zone: MAIL + dmarc("; rua="), must: ["none"] },
  "no address, and nobody sends": { zone: PARKED + dmarc(""), must: ["not-applicable"], mustNot: ["none"] },
  "an address without mailto": {
    zone: MAIL + dmarc("; rua=d@example.com"),
    must: ["invalid-uri @d@example.com = warn"],
    mustNot: ["ok", "none"],
  },
  "two addresses with a blank between them": {
    zone: MAIL + dmarc("; rua=mailto:a@example.com mailto:b@example.com"),
    must: ["invalid-uri"],
  },
  "three addresses": {
    zone: MAIL + dmarc("; rua=mailto:a@example.com,mailto:b@example.com,mailto:c@example.com"),
    must: ["too-many = info", "ok"],
  },
  "no record": { zone: MAIL, must: ["not-applicable"] },
};
