import type { Scenarios } from "../support/scenario.ts";

const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const servers = (name: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `${name}. 300 IN MX 10 m${index}.${name}.\nm${index}.${name}. 300 IN A 192.0.2.${index + 1}\n`,
  ).join("");

export const scenarios: Scenarios = {
  "no mx term": {
    zone: servers("example.com", 1) + spf("example.com", "v=spf1 ip4:192.0.2.1 -all"),
    must: ["within"],
  },
  ten: {
    zone: servers("example.com", 10) + spf("example.com", "v=spf1 mx -all"),
    must: ["within"],
    mustNot: ["exceeded"],
  },
  eleven: {
    zone: servers("example.com", 11) + spf("example.com", "v=spf1 mx -all"),
    must: ["exceeded @example.com = fail"],
  },
  "too many to write down": {
    zone:
      servers("example.com", 1) +
      servers("pool.example.com", 30) +
      spf("example.com", "v=spf1 mx:pool.example.com a:m0.example.com -all"),
    must: ["exceeded @pool.example.com"],
  },
  "in somebody else's record": {
    zone:
      servers("example.com", 1) +
      servers("pool.example.net", 12) +
      spf("spf.example.net", "v=spf1 mx:pool.example.net -all") +
      spf("example.com", "v=spf1 mx include:spf.example.net -all"),
    must: ["exceeded @pool.example.net"],
  },
  "ptr looks at the first ten": {
    zone: servers("example.com", 1) + spf("example.com", "v=spf1 ptr -all"),
    must: ["within"],
  },
  "MX cannot be asked": {
    zone:
      servers("example.com", 1) +
      servers("pool.example.com", 2) +
      spf("example.com", "v=spf1 mx:pool.example.com -all"),
    faults: [{ name: "pool.example.com", type: "MX", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["within"],
  },
};
