import type { Scenario, Scenarios } from "../support/scenario.ts";

const HOSTS = `example.com. 300 IN MX 10 mx.example.com.
mx.example.com. 300 IN A 203.0.113.10
spf.example.net. 300 IN TXT "v=spf1 ip4:192.0.2.0/24 -all"
`;
const record = (text: string, must: readonly string[]): Scenario => ({
  zone: `${HOSTS}example.com. 300 IN TXT "${text}"\n`,
  must,
  mustNot: must.includes("invalid = fail") ? ["valid", "unknown-modifier"] : ["invalid"],
});
const invalid = (text: string): Scenario => record(text, ["invalid = fail", "spf-all/not-applicable"]);

export const scenarios: Scenarios = {
  valid: record("v=spf1 mx include:spf.example.net -all", ["valid"]),
  "version alone": record("v=spf1", ["valid"]),
  "unknown modifier": record("v=spf1 mx match_subdomains=yes -all", ["valid", "unknown-modifier = info"]),
  "include with an equals sign": record("v=spf1 include=spf.example.net -all", ["unknown-modifier"]),
  "modifiers of RFC 6652": {
    ...record("v=spf1 mx -all ra=postmaster rp=100", ["valid"]),
    mustNot: ["unknown-modifier"],
  },
  "unknown mechanism": invalid("v=spf1 ipv4:192.0.2.1 -all"),
  "mistake behind all": invalid("v=spf1 mx -all bogus"),
  "comma between terms": invalid("v=spf1 mx, include:spf.example.net -all"),
  "address behind a": invalid("v=spf1 a:192.0.2.1 -all"),
  "short network": invalid("v=spf1 ip4:192.0.2/24 -all"),
  "prefix too long": invalid("v=spf1 ip4:192.0.2.0/33 -all"),
  "redirect with a colon": invalid("v=spf1 redirect:spf.example.net"),
  "two redirects": invalid("v=spf1 redirect=spf.example.net redirect=spf.example.net"),
  "typographic dash": invalid("v=spf1 mx \\226\\128\\147all"),
  "space behind the colon": invalid("v=spf1 include: spf.example.net -all"),
  "no-break space": invalid("v=spf1 mx\\194\\160-all"),
  "bad macro": invalid("v=spf1 exists:%(ir).sbl.example.net -all"),
  "nothing to save": invalid("v=spf1 this is not a record"),
  binary: invalid("v=spf1 \\000\\001\\255 -all"),
};
