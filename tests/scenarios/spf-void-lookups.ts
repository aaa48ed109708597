import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const GONE = "a:gone1.example.com a:gone2.example.com mx:gone3.example.com";

export const scenarios: Scenarios = {
  none: { zone: MX + spf("example.com", "v=spf1 mx a:mx.example.com -all"), must: ["within"] },
  two: {
    zone: MX + spf("example.com", "v=spf1 a:gone1.example.com exists:gone2.example.com -all"),
    must: ["within"],
    mustNot: ["exceeded"],
  },
  three: { zone: MX + spf("example.com", `v=spf1 ${GONE} -all`), must: ["exceeded = fail"] },
  "no addresses rather than no name": {
    zone: `${MX + spf("example.com", "v=spf1 a:n1.example.com a:n2.example.com a:n3.example.com -all")}n1.example.com. 300 IN TXT "x"\nn2.example.com. 300 IN TXT "x"\nn3.example.com. 300 IN TXT "x"\n`,
    must: ["exceeded"],
  },
  "IPv6 only hosts are not void": {
    zone: `${MX + spf("example.com", "v=spf1 a:n1.example.com a:n2.example.com a:n3.example.com -all")}n1.example.com. 300 IN AAAA 2001:db8::1\nn2.example.com. 300 IN AAAA 2001:db8::2\nn3.example.com. 300 IN AAAA 2001:db8::3\n`,
    must: ["within"],
  },
  "over several records": {
    zone:
      MX +
      spf("example.com", "v=spf1 a:gone1.example.com include:_a.example.com include:_b.example.com -all") +
      spf("_a.example.com", "v=spf1 a:gone2.example.com -all") +
      spf("_b.example.com", "v=spf1 mx:gone3.example.com -all"),
    must: ["exceeded"],
  },
  "in somebody else's record": {
    zone:
      MX +
      spf("example.com", "v=spf1 mx include:spf.example.net -all") +
      spf("spf.example.net", `v=spf1 ${GONE} -all`),
    must: ["exceeded"],
  },
  "a macro of the message is never void": {
    zone:
      MX +
      spf(
        "example.com",
        "v=spf1 exists:%{i}.a.example.net exists:%{i}.b.example.net exists:%{l}.c.example.net -all",
      ),
    must: ["within"],
  },
  "behind all": { zone: MX + spf("example.com", `v=spf1 mx -all ${GONE}`), must: ["within"] },
  "a time-out is not void": {
    zone: MX + spf("example.com", `v=spf1 ${GONE} -all`),
    faults: [{ name: "gone2.example.com", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["within", "exceeded"],
  },
};
