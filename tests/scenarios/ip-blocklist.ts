import type { Scenario, Scenarios } from "../support/scenario.ts";

const DOMAIN = `
example.com.      300 IN MX  10 mx.example.com.
mx.example.com.   300 IN A   203.0.113.10
example.com.      300 IN TXT "v=spf1 ip4:203.0.113.25 -all"
`;
/** Lists that prove themselves: their test entry is listed, everything unknown is NXDOMAIN. */
const PROVEN = `
2.0.0.127.zen.spamhaus.org. 60 IN A 127.0.0.2
2.0.0.127.psbl.surriel.com. 60 IN A 127.0.0.2
2.0.0.127.dnsbl-1.uceprotect.net. 60 IN A 127.0.0.2
2.0.0.127.rbl.interserver.net. 60 IN A 127.0.0.2
2.0.0.127.bl.spamcop.net. 60 IN A 127.0.0.2
`;
const listed = (address: string, zone: string, ...codes: readonly string[]) => {
  const name = `${address.split(".").toReversed().join(".")}.${zone}.`;
  return codes.map(code => `${name} 60 IN A ${code}\n`).join("");
};
const world = (...listings: readonly string[]): Pick<Scenario, "zone"> => ({
  zone: DOMAIN + PROVEN + listings.join(""),
});
const zen = (address: string) => `${address} @ spamhaus-zen`;

export const scenarios: Scenarios = {
  "a proven list does not know the sender": {
    ...world(),
    must: ["checked", `not-listed @${zen("203.0.113.25")}`, `not-listed @${zen("203.0.113.10")}`],
    mustNot: ["listed"],
  },
  "a heavy list names the sender": {
    ...world(listed("203.0.113.25", "zen.spamhaus.org", "127.0.0.3", "127.0.0.10")),
    must: [`listed @${zen("203.0.113.25")} = fail`, `not-listed @${zen("203.0.113.10")}`],
  },
  "a light list alone is a warning": {
    ...world(listed("203.0.113.25", "psbl.surriel.com", "127.0.0.2")),
    must: ["listed @203.0.113.25 @ psbl = warn"],
  },
  "two independent light lists are a failure": {
    ...world(
      listed("203.0.113.25", "psbl.surriel.com", "127.0.0.2"),
      listed("203.0.113.25", "dnsbl-1.uceprotect.net", "127.0.0.2"),
    ),
    must: ["listed @203.0.113.25 @ psbl = fail", "listed @203.0.113.25 @ uceprotect-1 = fail"],
  },
  "a list that nobody acts on is context": {
    ...world(listed("203.0.113.25", "rbl.interserver.net", "127.0.0.2")),
    must: ["listed @203.0.113.25 @ interserver = info"],
  },
  "a server that only receives is a warning": {
    ...world(listed("203.0.113.10", "zen.spamhaus.org", "127.0.0.3")),
    must: [`listed @${zen("203.0.113.10")} = warn`],
  },
  "a policy range is no listing": {
    ...world(listed("203.0.113.25", "zen.spamhaus.org", "127.0.0.11")),
    must: [`policy-listed @${zen("203.0.113.25")} = info`],
    mustNot: ["listed"],
  },
  "the resolver is refused": {
    ...world(),
    zone: `${DOMAIN}*.zen.spamhaus.org. 60 IN A 127.255.255.254\n`,
    must: [`not-checked @${zen("203.0.113.25")} = info`],
    mustNot: ["listed", `not-listed @${zen("203.0.113.25")}`],
  },
  "a list that times out": {
    ...world(),
    faults: [{ name: "*.zen.spamhaus.org", failure: "timeout" }],
    must: [`not-checked @${zen("203.0.113.25")}`],
    mustNot: [`not-listed @${zen("203.0.113.25")}`],
  },
  "an address given by the asker comes first": {
    ...world(listed("198.51.100.7", "bl.spamcop.net", "127.0.0.2")),
    sendingAddresses: ["198.51.100.7"],
    must: ["listed @198.51.100.7 @ spamcop = fail"],
  },
  "private addresses are never asked about": {
    zone: `example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 10.0.0.1\nexample.com. 300 IN TXT "v=spf1 ip4:192.168.1.1 -all"\n${PROVEN}`,
    must: ["not-applicable"],
    mustNot: ["checked"],
  },
  "no address is known and the mail servers cannot be asked": {
    zone: `example.com. 300 IN TXT "v=spf1 -all"\n${PROVEN}`,
    faults: [{ name: "example.com", type: "MX", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["checked", "not-applicable"],
  },
  "the SPF record cannot be read": {
    ...world(),
    faults: [{ name: "example.com", type: "TXT", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["checked", "not-listed"],
  },
};
