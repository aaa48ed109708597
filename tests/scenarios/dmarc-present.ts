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
const dmarc = (text: string, name = "_dmarc.example.com") => `${name}. TXT "${text}"\n`;

export const scenarios: Scenarios = {
  "a record": {
    zone: MAIL + dmarc("v=DMARC1; p=reject; rua=mailto:d@example.com"),
    must: ["present = pass"],
    mustNot: ["missing", "multiple", "unusable"],
  },
  "other TXT records at the name are ignored": {
    zone: MAIL + dmarc("some-verification=123") + dmarc("v=spf1 -all") + dmarc("v=DMARC1; p=reject"),
    must: ["present"],
    mustNot: ["multiple", "unusable"],
  },
  "blanks around the equals sign of the version": {
    zone: MAIL + dmarc("v = DMARC1 ; p=reject"),
    must: ["present"],
  },
  "inherited from the organizational domain": {
    domain: "news.example.com",
    zone: `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc("v=DMARC1; p=reject; sp=quarantine")}`,
    must: ["inherited = pass", "dmarc-policy/quarantine"],
    mustNot: ["missing", "present"],
  },
  "inherited from a public suffix": {
    domain: "agency.gov",
    zone: `agency.gov. MX 10 mx.agency.gov.\nmx.agency.gov. A 203.0.113.10\n${dmarc("v=DMARC1; p=reject; psd=y", "_dmarc.gov")}`,
    must: ["inherited", "dmarc-policy/reject"],
  },
  "none anywhere": {
    zone: MAIL,
    must: ["missing = fail"],
    mustNot: ["wrong-place", "unusable"],
  },
  "none, and nobody sends": {
    zone: PARKED,
    must: ["missing = fail"],
  },
  "two records": {
    zone: MAIL + dmarc("v=DMARC1; p=none") + dmarc("v=DMARC1; p=reject; rua=mailto:d@example.com"),
    must: ["multiple = fail"],
    mustNot: ["present", "missing", "dmarc-policy/reject", "dmarc-policy/none"],
  },
  "two records, and one above that the walk goes on to": {
    domain: "news.example.com",
    zone:
      `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc("v=DMARC1; p=reject")}` +
      dmarc("v=DMARC1; p=none", "_dmarc.news.example.com") +
      dmarc("v=DMARC1; p=none; sp=none", "_dmarc.news.example.com"),
    must: ["multiple = fail"],
    mustNot: ["inherited"],
  },
  "two records at the organizational domain": {
    domain: "news.example.com",
    zone: `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc("v=DMARC1; p=none")}${dmarc("v=DMARC1; p=reject")}`,
    must: ["multiple"],
  },
  "two records, nobody sends": {
    zone: PARKED + dmarc("v=DMARC1; p=none") + dmarc("v=DMARC1; p=reject"),
    must: ["multiple"],
  },
  "a hundred records": {
    zone: MAIL + Array.from({ length: 100 }, (_, index) => dmarc(`v=DMARC1; p=none; n=${index}`)).join(""),
    must: ["multiple"],
  },
  "at the apex": {
    zone: `${MAIL}${dmarc("v=DMARC1; p=none; rua=mailto:d@example.com", "example.com")}`,
    must: ["wrong-place = fail"],
    mustNot: ["missing", "present"],
  },
  "without the underscore": {
    zone: MAIL + dmarc("v=DMARC1; p=reject", "dmarc.example.com"),
    must: ["wrong-place"],
  },
  "the domain doubled by the zone editor": {
    zone: MAIL + dmarc("v=DMARC1; p=reject", "_dmarc.example.com.example.com"),
    must: ["wrong-place"],
  },
  "the label doubled": {
    zone: MAIL + dmarc("v=DMARC1; p=reject", "_dmarc._dmarc.example.com"),
    must: ["wrong-place"],
  },
  "version in small letters": {
    zone: MAIL + dmarc("v=dmarc1; p=reject; rua=mailto:d@example.com"),
    must: ["unusable = fail", "dmarc-syntax/problems"],
    mustNot: ["present", "dmarc-policy/reject"],
  },
  "no semicolon after the version": {
    zone: MAIL + dmarc("v=DMARC1 p=quarantine"),
    must: ["unusable"],
  },
  "no valid policy and no report address": {
    zone: MAIL + dmarc("v=DMARC1; p=monitor"),
    must: ["unusable = fail"],
    mustNot: ["dmarc-policy/none", "dmarc-policy/assumed-none", "present"],
  },
  "a broken sp and no report address": {
    zone: MAIL + dmarc("v=DMARC1; p=reject; sp=off"),
    must: ["unusable"],
    mustNot: ["dmarc-policy/reject"],
  },
  "a name that does not exist": {
    domain: "nothing.example.net",
    zone: "example.net. A 192.0.2.1",
    must: ["not-applicable"],
    mustNot: ["missing"],
  },
  "the record cannot be looked up": {
    zone: MAIL + dmarc("v=DMARC1; p=reject"),
    faults: [{ name: "_dmarc.example.com", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["missing", "present"],
  },
  "its own record cannot be looked up, although one stands above": {
    domain: "news.example.com",
    zone: `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc("v=DMARC1; p=reject")}`,
    faults: [{ name: "_dmarc.news.example.com", failure: "timeout" }],
    must: ["inconclusive", "dmarc-policy/inconclusive"],
    mustNot: ["inherited", "missing"],
  },
  "a record that is an alias": {
    zone: `${MAIL}_dmarc.example.com. CNAME example.com.hosted.example.net.\n${dmarc("v=DMARC1; p=none; rua=mailto:d@example.com", "example.com.hosted.example.net")}`,
    must: ["present", "dmarc-policy/none"],
  },
};
