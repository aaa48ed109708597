import { noPage, page } from "../support/probe-results.ts";
import type { Scenario, Scenarios } from "../support/scenario.ts";

const LOGO = "https://example.com/logo.svg";
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 9 9"><title>E</title>${inside}</svg>`;
const zone = (record: string, dmarc = "v=DMARC1; p=reject") => `
example.com. MX 0 .
_dmarc.example.com. TXT "${dmarc}"
${record === "" ? "" : `default._bimi.example.com. TXT "${record}"`}`;

const WITH_LOGO = `v=BIMI1; l=${LOGO}`;
const fetching = (logo: ReturnType<typeof page>, must: readonly string[]): Scenario => ({
  zone: zone(WITH_LOGO),
  fetches: { [LOGO]: logo },
  must,
});

export const scenarios: Scenarios = {
  "a logo that keeps the rules": fetching(page(svg("<path d='M0 0h9'/>")), ["ready = pass"]),
  "no record": { zone: zone(""), must: ["absent = info"] },
  declined: { zone: zone("v=BIMI1; l=; a=;"), must: ["declined = info"] },
  "two records": {
    zone: `${zone(WITH_LOGO)}\ndefault._bimi.example.com. TXT "v=BIMI1; l=https://example.com/b.svg"`,
    fetches: { [LOGO]: page(svg("")) },
    must: ["invalid = warn"],
  },
  "a logo over http": { zone: zone("v=BIMI1; l=http://example.com/logo.svg"), must: ["invalid"] },
  "a logo with a script": fetching(page(svg("<script/>")), ["invalid = warn"]),
  "a picture in place of an SVG": fetching(page("\x89PNG"), ["invalid"]),
  "a logo that is not there": fetching(page("", 404), ["invalid"]),
  "a logo behind a redirect": fetching(page("", 302), ["invalid"]),
  "a logo at a private address": fetching(noPage("forbidden-address"), ["invalid"]),
  "a logo that our network does not reach": {
    ...fetching(noPage("timeout", true), ["inconclusive"]),
    mustNot: ["invalid", "ready"],
  },
  "an ordinary file in place of the certificate": {
    zone: zone(`${WITH_LOGO}; a=https://example.com/vmc.pem`),
    fetches: { [LOGO]: page(svg("")), "https://example.com/vmc.pem": page("hello") },
    must: ["invalid"],
  },
  "DMARC without enforcement": {
    zone: zone(WITH_LOGO, "v=DMARC1; p=none"),
    fetches: { [LOGO]: page(svg("")) },
    must: ["dmarc-not-enforced = warn"],
    mustNot: ["ready"],
  },
  "DMARC in testing": { zone: zone(WITH_LOGO, "v=DMARC1; p=quarantine; t=y"), must: ["dmarc-not-enforced"] },
  "DMARC that leaves sub-domains open": {
    zone: zone(WITH_LOGO, "v=DMARC1; p=reject; sp=none"),
    must: ["dmarc-not-enforced"],
  },
  "DMARC for half of the mail": {
    zone: zone(WITH_LOGO, "v=DMARC1; p=quarantine; pct=50"),
    must: ["dmarc-not-enforced"],
  },
  "no DMARC": {
    zone: `example.com. MX 0 .\ndefault._bimi.example.com. TXT "${WITH_LOGO}"`,
    must: ["dmarc-not-enforced"],
  },
  "a sub-domain with the record of its parent": {
    domain: "news.example.com",
    zone: `${zone(WITH_LOGO)}\nnews.example.com. MX 0 .`,
    fetches: { [LOGO]: page(svg("")) },
    must: ["ready"],
  },
  "a scan of DNS only": { zone: zone(WITH_LOGO), fetches: null, must: ["record-only = info"] },
  "a lookup that fails": {
    zone: zone(""),
    faults: [{ name: "default._bimi.example.com", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["absent"],
  },
  "DMARC cannot be asked for": {
    zone: zone(WITH_LOGO),
    fetches: { [LOGO]: page(svg("")) },
    faults: [{ name: "_dmarc.example.com", failure: "timeout" }],
    must: ["inconclusive"],
    mustNot: ["dmarc-not-enforced", "ready"],
  },
  "no such domain": { zone: "example.net. TXT x", must: ["not-applicable"] },
};
