import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT ${strings(text)}\n`;
/** No character-string holds more than 255 octets. */
const strings = (text: string) => (text.match(/.{1,250}/gu) ?? []).map(part => `"${part}"`).join(" ");
const own = (text: string) => MX + spf("example.com", text);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const includes = (count: number) =>
  numbers(count)
    .map(number => `include:s${number}.example.net`)
    .join(" ");
const targets = (count: number) =>
  numbers(count)
    .map(number => spf(`s${number}.example.net`, `v=spf1 ip4:192.0.2.${number} -all`))
    .join("");
const hosts = (count: number) =>
  numbers(count)
    .map(number => `h${number}.example.net. 300 IN A 192.0.2.${number}\n`)
    .join("");

export const scenarios: Scenarios = {
  "no look-up at all": { zone: own("v=spf1 ip4:192.0.2.1 -all"), must: ["within"] },
  "eight of ten": {
    zone: own(`v=spf1 ${includes(8)} -all`) + targets(8),
    must: ["within"],
    mustNot: ["near"],
  },
  nine: { zone: own(`v=spf1 ${includes(9)} -all`) + targets(9), must: ["near = warn"] },
  ten: { zone: own(`v=spf1 ${includes(10)} -all`) + targets(10), must: ["near"], mustNot: ["exceeded"] },
  eleven: { zone: own(`v=spf1 ${includes(11)} -all`) + targets(11), must: ["exceeded = fail"] },
  "plain a counts": {
    zone:
      own(
        `v=spf1 ${numbers(11)
          .map(number => `a:h${number}.example.net`)
          .join(" ")} -all`,
      ) + hosts(11),
    must: ["exceeded"],
  },
  "exp does not count": {
    zone: own(`v=spf1 ${includes(8)} exp=why.example.com -all`) + targets(8) + spf("why.example.com", "No."),
    must: ["within"],
  },
  "terms behind all do not count": {
    zone:
      own(
        `v=spf1 ${includes(5)} -all a:h1.example.net a:h2.example.net a:h3.example.net a:h4.example.net a:h5.example.net a:h6.example.net`,
      ) +
      targets(5) +
      hosts(6),
    must: ["within"],
  },
  "a redirect beside all does not count": {
    zone:
      own(`v=spf1 ${includes(8)} -all redirect=big.example.net`) +
      targets(8) +
      spf("big.example.net", `v=spf1 ${includes(8)} -all`),
    must: ["within"],
  },
  "an include used twice counts twice": {
    zone:
      own("v=spf1 include:one.example.net include:two.example.net -all") +
      spf("one.example.net", "v=spf1 include:big.example.net -all") +
      spf("two.example.net", "v=spf1 include:big.example.net -all") +
      spf("big.example.net", `v=spf1 ${includes(4)} -all`) +
      targets(4),
    must: ["exceeded"],
  },
  "nested in a redirect": {
    zone:
      own("v=spf1 redirect=_spf.example.com") +
      spf("_spf.example.com", `v=spf1 ${includes(10)} -all`) +
      targets(10),
    must: ["exceeded"],
  },
  "a redirect to somebody else's big record": {
    zone:
      own("v=spf1 redirect=big.example.net") +
      spf("big.example.net", `v=spf1 ${includes(10)} -all`) +
      targets(10),
    must: ["exceeded"],
  },
  "known services": {
    zone:
      own(
        "v=spf1 include:_spf.google.com include:sendgrid.net include:servers.mcsv.net include:mailgun.org include:spf.mtasv.net -all",
      ) +
      spf("_spf.google.com", `v=spf1 ${includes(3)} ~all`) +
      spf("sendgrid.net", `v=spf1 ${includes(3)} ~all`) +
      spf("servers.mcsv.net", "v=spf1 ip4:192.0.2.77 ?all") +
      spf("mailgun.org", "v=spf1 ip4:192.0.2.78 ~all") +
      spf("spf.mtasv.net", "v=spf1 ip4:192.0.2.79 ~all") +
      targets(3),
    must: ["exceeded"],
  },
  "every term in a record of one's own": {
    zone:
      own("v=spf1 include:_a.example.com include:_b.example.com -all") +
      spf("_a.example.com", `v=spf1 ${includes(6)} -all`) +
      spf(
        "_b.example.com",
        `v=spf1 a:h1.example.net a:h2.example.net a:h3.example.net a:h4.example.net -all`,
      ) +
      targets(6) +
      hosts(4),
    must: ["exceeded"],
  },
  "a bomb": {
    zone:
      own("v=spf1 include:b0.example.net include:b0.example.net -all") +
      numbers(30)
        .map(number =>
          spf(
            `b${number - 1}.example.net`,
            `v=spf1 ${Array.from({ length: 8 }, () => `include:b${number}.example.net`).join(" ")} -all`,
          ),
        )
        .join("") +
      spf("b30.example.net", "v=spf1 -all"),
    must: ["exceeded"],
  },
  "an include that depends on the message": {
    zone: own("v=spf1 include:%{ir}.%{v}.spf.example.net -all"),
    must: ["within"],
    mustNot: ["spf-include-target/no-record"],
  },
  "an include that cannot be looked up": {
    zone: own(`v=spf1 ${includes(3)} -all`) + targets(3),
    faults: [{ name: "s2.example.net", type: "TXT", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["within", "near", "exceeded"],
  },
  "too many even without the one that cannot be looked up": {
    zone: own(`v=spf1 ${includes(12)} -all`) + targets(12),
    faults: [{ name: "s2.example.net", type: "TXT", failure: "timeout" }],
    must: ["exceeded"],
    mustNot: ["inconclusive"],
  },
};
