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
const RUA = "rua=mailto:d@example.com";
const dmarc = (text: string, name = "_dmarc.example.com") => `${name}. TXT "${text}"\n`;

export const scenarios: Scenarios = {
  reject: { zone: MAIL + dmarc(`v=DMARC1; p=reject; ${RUA}`), must: ["reject = pass"], mustNot: ["none"] },
  quarantine: { zone: MAIL + dmarc(`v=DMARC1; p=quarantine; ${RUA}`), must: ["quarantine = pass"] },
  none: { zone: MAIL + dmarc(`v=DMARC1; p=none; ${RUA}`), must: ["none = warn"], mustNot: ["assumed-none"] },
  "none, without reports": { zone: MAIL + dmarc("v=DMARC1; p=none"), must: ["none"] },
  "none, with a size limit, pct and an unknown tag": {
    zone: MAIL + dmarc("v=DMARC1; p=none; pct=50; x=y; rua=mailto:d@example.com!10m"),
    must: ["none"],
  },
  "none, and nobody sends": { zone: PARKED + dmarc("v=DMARC1; p=none"), must: ["none"] },
  "none by sp of the organizational domain": {
    domain: "news.example.com",
    zone: `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc(`v=DMARC1; p=reject; sp=none; ${RUA}`)}`,
    must: ["none"],
    mustNot: ["reject"],
  },
  "none by a public suffix": {
    domain: "agency.gov",
    zone: `agency.gov. MX 10 mx.agency.gov.\nmx.agency.gov. A 203.0.113.10\n${dmarc("v=DMARC1; p=reject; sp=none; psd=y", "_dmarc.gov")}`,
    must: ["none"],
  },
  "none by np for a name that does not exist": {
    domain: "made-up.example.com",
    zone: MAIL + dmarc(`v=DMARC1; p=reject; np=none; ${RUA}`),
    must: ["none"],
    mustNot: ["reject"],
  },
  "none inherited by a name that does not exist": {
    domain: "made-up.example.com",
    zone: MAIL + dmarc(`v=DMARC1; p=none; ${RUA}`),
    must: ["none"],
  },
  "no policy, but reports": { zone: MAIL + dmarc(`v=DMARC1; ${RUA}`), must: ["assumed-none = warn"] },
  "a broken policy, but reports": {
    zone: MAIL + dmarc(`v=DMARC1; p=monitor; ${RUA}`),
    must: ["assumed-none"],
    mustNot: ["none"],
  },
  "a broken sp sets the policy aside": {
    zone: MAIL + dmarc(`v=DMARC1; p=reject; sp=off; ${RUA}`),
    must: ["assumed-none"],
    mustNot: ["reject"],
  },
  "a broken sp of the organizational domain": {
    domain: "news.example.com",
    zone: `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc(`v=DMARC1; p=reject; sp=off; ${RUA}`)}`,
    must: ["assumed-none"],
  },
  "no record": { zone: MAIL, must: ["not-applicable"], mustNot: ["none"] },
  "whether the name exists is not known, and np differs": {
    domain: "news.example.com",
    zone: `news.example.com. MX 10 mx.example.com.\n${MAIL}${dmarc(`v=DMARC1; p=reject; np=none; ${RUA}`)}`,
    faults: [{ name: "news.example.com", type: "TXT", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["none", "reject"],
  },
  "the top of the walk is not known, its own record is": {
    zone: MAIL + dmarc(`v=DMARC1; p=reject; ${RUA}`),
    faults: [{ name: "_dmarc.com", failure: "timeout" }],
    must: ["reject", "dmarc-subdomains/inconclusive", "dmarc-rfcs/inconclusive"],
  },
};
