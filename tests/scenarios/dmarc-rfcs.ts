import type { Scenarios } from "../support/scenario.ts";

const dmarc = (text: string, name: string) => `_dmarc.${name}. TXT "${text}"\n`;
const mail = (name: string) => `${name}. MX 10 mx.example.com.\nmx.example.com. A 203.0.113.10\n`;

export const scenarios: Scenarios = {
  "the usual case": {
    zone: mail("example.com") + dmarc("v=DMARC1; p=reject", "example.com"),
    must: ["same = pass"],
  },
  "inherited by both": {
    domain: "news.example.com",
    zone: mail("news.example.com") + dmarc("v=DMARC1; p=reject; sp=none", "example.com"),
    must: ["same"],
  },
  "a record between, which only the walk finds": {
    domain: "a.b.example.com",
    zone: mail("a.b.example.com") + dmarc("v=DMARC1; p=reject", "b.example.com"),
    must: ["differ = info"],
    mustNot: ["same"],
  },
  "psd=n, which only the walk knows": {
    domain: "news.example.com",
    zone:
      mail("news.example.com") +
      dmarc("v=DMARC1; p=reject; psd=n", "news.example.com") +
      dmarc("v=DMARC1; p=none", "example.com"),
    must: ["differ"],
  },
  "a private suffix, which only the list knows": {
    domain: "me.github.io",
    zone: mail("me.github.io") + dmarc("v=DMARC1; p=reject", "github.io"),
    must: ["differ"],
  },
  "no record for either": { zone: mail("example.com"), must: ["not-applicable"] },
};
