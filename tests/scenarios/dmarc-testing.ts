import type { Scenarios } from "../support/scenario.ts";

const MAIL = `
example.com. MX 10 mx.example.com.
mx.example.com. A 203.0.113.10
example.com. TXT "v=spf1 mx -all"
`;
const RUA = "rua=mailto:d@example.com";
const dmarc = (text: string) => `${MAIL}_dmarc.example.com. TXT "${text}"\n`;

export const scenarios: Scenarios = {
  "in full force": { zone: dmarc(`v=DMARC1; p=reject; ${RUA}`), must: ["off = pass"] },
  "t=n and pct=100": { zone: dmarc(`v=DMARC1; p=reject; t=n; pct=100; ${RUA}`), must: ["off"] },
  "t=y": { zone: dmarc(`v=DMARC1; p=reject; t=y; ${RUA}`), must: ["on = warn"], mustNot: ["off", "partial"] },
  "pct below 100": {
    zone: dmarc(`v=DMARC1; p=quarantine; pct=20; ${RUA}`),
    must: ["partial = warn"],
    mustNot: ["off", "on"],
  },
  "pct=0": { zone: dmarc(`v=DMARC1; p=reject; pct=0; ${RUA}`), must: ["partial"] },
  both: { zone: dmarc(`v=DMARC1; p=reject; t=y; pct=50; ${RUA}`), must: ["on", "partial"] },
  "there is nothing to soften in none": {
    zone: dmarc(`v=DMARC1; p=none; t=y; pct=50; ${RUA}`),
    must: ["off"],
    mustNot: ["on", "partial"],
  },
  "no record": { zone: MAIL, must: ["not-applicable"] },
};
