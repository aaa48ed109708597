import { asStrings } from "../support/dkim-keys.ts";
import type { Scenarios } from "../support/scenario.ts";

const MAIL = `
example.com. MX 10 mx.example.com.
mx.example.com. A 203.0.113.10
example.com. TXT "v=spf1 mx -all"
`;
const RUA = "rua=mailto:d@example.com";
const dmarc = (text: string) => `${MAIL}_dmarc.example.com. TXT "${text}"\n`;
const problem = (text: string) => ({ zone: dmarc(text), must: ["problems = warn"], mustNot: ["valid"] });

export const scenarios: Scenarios = {
  "all in order": {
    zone: dmarc(`v=DMARC1; p=reject; sp=reject; np=reject; adkim=s; aspf=r; fo=1:d; t=n; psd=u; ${RUA};`),
    must: ["valid = pass"],
  },
  "p need not come second, values may be capitals": {
    zone: dmarc(`v=DMARC1;${RUA};p=REJECT`),
    must: ["valid"],
  },
  "unknown tag": problem(`v=DMARC1; p=reject; policy=strict; ${RUA}`),
  "repeated tag": problem(`v=DMARC1; p=reject; p=reject; ${RUA}`),
  "bad value": problem(`v=DMARC1; p=reject; adkim=strict; ${RUA}`),
  "historic pct": problem(`v=DMARC1; p=reject; pct=100; ${RUA}`),
  "historic rf and ri": problem(`v=DMARC1; p=reject; rf=afrf; ri=86400; ${RUA}`),
  "size limit": problem("v=DMARC1; p=reject; rua=mailto:d@example.com!10m"),
  "tag in capitals": problem(`v=DMARC1; P=reject; ${RUA}`),
  "no policy": problem(`v=DMARC1; ${RUA}`),
  "a stray word": problem(`v=DMARC1; reject; p=reject; ${RUA}`),
  "version in small letters": problem(`v=dmarc1; p=reject; ${RUA}`),
  "tags named like the insides of an object": problem(
    `v=DMARC1; p=reject; __proto__=x; constructor=y; ${RUA}`,
  ),
  "thousands of stray words": {
    zone: `${MAIL}_dmarc.example.com. TXT ${asStrings(`v=DMARC1; p=reject; ${"x;y=1;".repeat(5000)}`)}\n`,
    must: ["problems = warn"],
  },
  "no record": { zone: MAIL, must: ["not-applicable"] },
  "not looked up": {
    zone: dmarc("v=DMARC1; p=reject"),
    faults: [{ name: "_dmarc.example.com", failure: "refused" }],
    must: ["inconclusive"],
    mustNot: ["valid", "not-applicable"],
  },
};
