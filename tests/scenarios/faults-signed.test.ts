import type { LookupFailure } from "#lib/dns/answer.ts";
import type { Finding } from "#lib/scan/finding.ts";
import { CHECKS } from "#lib/scan/registry.ts";
import { describe, expect, test } from "vitest";
import { chainEntry, page, starttls } from "../support/probe-results.ts";
import { runScenario } from "../support/run-scenario.ts";
import type { Scenario } from "../support/scenario.ts";

const LOGO = "https://example.com/logo.svg";

/** What the sound domain does not have: DNSSEC, TLSA records, a logo, one mail server with one address. */
const SIGNED: Scenario = {
  ad: true,
  zone: `
$ORIGIN example.com.
@             IN SOA  ns1 hostmaster 1 7200 900 1209600 300
@             IN NS   ns1
@             IN NS   ns2
@             IN DS   12345 13 2 ${"ab".repeat(32)}
ns1           IN A    203.0.113.53
ns2           IN AAAA 2001:db8::53
@             IN MX   10 mx
mx            IN A    203.0.113.10
_25._tcp.mx   IN TLSA 3 1 1 ${chainEntry("a").publicKeySha256}
_dmarc        IN TXT  "v=DMARC1; p=reject"
default._bimi IN TXT  "v=BIMI1; l=${LOGO}"
@             IN TXT  "v=spf1 mx -all"
`,
  fetches: { [LOGO]: page('<svg version="1.2" baseProfile="tiny-ps"><title>x</title></svg>') },
  smtp: { "mx.example.com": starttls() },
  must: [],
};

const FAILURES: readonly LookupFailure[] = ["timeout", "servfail", "refused", "malformed", "cname-loop"];

const mine = CHECKS.filter(
  ({ section }) => section === "delivery" || section === "transport" || section === "dns",
);
const sound = await runScenario(SIGNED);
const lookups = sound.lookups.filter(({ name }) => name !== "." && !name.endsWith(".invalid"));

test("the signed domain is sound", () => {
  const said = sound.findings.map(({ check, outcome }) => `${check}/${outcome}`);
  const wanted = ["dnssec/secure", "dane/usable", "bimi/ready", "smtp-starttls/offered", "ns-answers/all"];
  expect(said).toEqual(expect.arrayContaining(wanted));
});

describe.each(FAILURES)("%s", failure => {
  test("in any one lookup invents nothing about delivery, transport and zone", async () => {
    const invented: string[] = [];
    for (const { id, name, type } of lookups) {
      const authority = / @(\S+)$/u.exec(id)?.[1];
      const where = authority === undefined ? {} : { authority };
      const fault = { name, type: type as never, failure, ...where };
      const { findings } = await runScenario(SIGNED, { faults: [fault] });
      const made = findings.filter(finding => isInvented(finding, failure));
      invented.push(...made.map(({ check, outcome }) => `${id}: ${check}/${outcome}`));
    }
    expect(invented).toEqual([]);
  });
});

function isInvented({ check, outcome, subject, status }: Finding, failure: LookupFailure): boolean {
  if (status === "inconclusive" || (failure === "cname-loop" && outcome === "loop")) return false;
  const definition = mine.find(({ id }) => id === check);
  if (definition === undefined || definition.outcomes[outcome]?.unmeasured === true) return false;
  return !sound.findings.some(
    one => one.check === check && one.outcome === outcome && one.subject === subject,
  );
}
