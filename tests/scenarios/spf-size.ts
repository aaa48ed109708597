import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const txt = (...texts: readonly string[]) =>
  texts.map(text => `example.com. 300 IN TXT "${text}"\n`).join("");
const networks = (count: number) =>
  Array.from({ length: count }, (_, index) => `ip4:192.0.2.${100 + index}`).join(" ");
const token = (length: number) => `verification=${"x".repeat(length - 13)}`;

export const scenarios: Scenarios = {
  ok: { zone: MX + txt("v=spf1 mx -all"), must: ["ok"] },
  // 11 octets of name, 439 of text.
  "450 octets": { zone: MX + txt("v=spf1 mx -all", token(213), token(212)), must: ["ok"] },
  "451 octets": {
    zone: MX + txt("v=spf1 mx -all", token(213), token(213)),
    must: ["long = warn"],
    mustNot: ["ok"],
  },
  "over 512 by many tokens": {
    zone:
      MX +
      txt(
        "v=spf1 mx:example.com ip4:192.0.2.1 -all",
        token(120),
        token(121),
        token(122),
        token(123),
        token(124),
      ),
    must: ["over-512 = warn"],
  },
  "over 512 by SPF itself": {
    zone: `${MX}example.com. 300 IN TXT "v=spf1 ${networks(14)} " "${networks(14)} " "${networks(6)} ~all"\n`,
    must: ["over-512"],
  },
  "shorter once tidied": {
    zone: `${MX}example.com. 300 IN TXT "v=spf1 mx ${networks(13)} " "-all ${networks(14)} " "${networks(8)}"\n`,
    must: ["over-512"],
  },
  "SPF and tokens share the blame": {
    zone: MX + txt(`v=spf1 ${networks(12)} ~all`, token(120), token(121)),
    must: ["long"],
  },
};
