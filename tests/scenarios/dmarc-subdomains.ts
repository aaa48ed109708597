import type { Scenarios } from "../support/scenario.ts";

const MAIL = `
example.com. MX 10 mx.example.com.
mx.example.com. A 203.0.113.10
example.com. TXT "v=spf1 mx -all"
news.example.com. MX 10 mx.example.com.
`;
const RUA = "rua=mailto:d@example.com";
const dmarc = (text: string, name = "_dmarc.example.com") => `${name}. TXT "${text}"\n`;
const DEEP = "a.b.c.d.e.f.example.com";

export const scenarios: Scenarios = {
  "p holds for all": { zone: MAIL + dmarc(`v=DMARC1; p=reject; ${RUA}`), must: ["covered = pass"] },
  "sp and np no milder": {
    zone: MAIL + dmarc(`v=DMARC1; p=quarantine; sp=reject; np=reject; ${RUA}`),
    must: ["covered"],
  },
  "sp milder": { zone: MAIL + dmarc(`v=DMARC1; p=reject; sp=none; ${RUA}`), must: ["weaker = warn"] },
  "np milder": { zone: MAIL + dmarc(`v=DMARC1; p=reject; np=quarantine; ${RUA}`), must: ["weaker"] },
  "both milder, inherited": {
    domain: "news.example.com",
    zone: MAIL + dmarc(`v=DMARC1; p=reject; sp=quarantine; np=none; ${RUA}`),
    must: ["weaker"],
  },
  "nothing is milder than none": {
    zone: MAIL + dmarc(`v=DMARC1; p=none; sp=none; ${RUA}`),
    must: ["covered"],
  },
  "sp on a record that is not the organizational domain's": {
    domain: "news.example.com",
    zone:
      MAIL +
      dmarc(`v=DMARC1; p=reject; sp=reject; ${RUA}`, "_dmarc.news.example.com") +
      dmarc(`v=DMARC1; p=none; ${RUA}`),
    must: ["no-effect = info"],
    mustNot: ["weaker", "covered"],
  },
  "the organizational domain's record is milder": {
    domain: "news.example.com",
    zone:
      MAIL +
      dmarc(`v=DMARC1; p=reject; ${RUA}`, "_dmarc.news.example.com") +
      dmarc(`v=DMARC1; p=none; ${RUA}`),
    must: ["elsewhere = info"],
    mustNot: ["weaker", "covered"],
  },
  "psd=n makes it an organizational domain": {
    domain: "news.example.com",
    zone:
      MAIL +
      dmarc(`v=DMARC1; p=reject; sp=none; psd=n; ${RUA}`, "_dmarc.news.example.com") +
      dmarc(`v=DMARC1; p=none; ${RUA}`),
    must: ["weaker"],
    mustNot: ["no-effect"],
  },
  "too deep for its sub-domains to find it": {
    domain: DEEP,
    zone: `${DEEP}. MX 10 mx.example.com.\n${MAIL}${dmarc(`v=DMARC1; p=reject; ${RUA}`, `_dmarc.${DEEP}`)}`,
    must: ["elsewhere"],
    mustNot: ["covered"],
  },
  "no record": { zone: MAIL, must: ["not-applicable"] },
};
