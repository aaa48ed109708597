import { noPage, page, starttls } from "../support/probe-results.ts";
import type { Scenario, Scenarios } from "../support/scenario.ts";

const URL = "https://mta-sts.example.com/.well-known/mta-sts.txt";
const MX = "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1\n";
const RECORD = '_mta-sts.example.com. TXT "v=STSv1; id=20261101"';
const policy = (mode: string, ...mx: readonly string[]) =>
  `version: STSv1\r\nmode: ${mode}\r\n${mx.map(host => `mx: ${host}\r\n`).join("")}max_age: 604800\r\n`;

const fetching = (
  fetched: ReturnType<typeof page>,
  must: readonly string[],
  zone = MX + RECORD,
): Scenario => ({
  zone,
  fetches: { [URL]: fetched },
  must,
  mustNot: ["absent"],
});

export const scenarios: Scenarios = {
  enforced: fetching(page(policy("enforce", "mx.example.com")), ["enforce = pass"]),
  "enforced with a wildcard": fetching(page(policy("enforce", "*.example.com")), ["enforce"]),
  "in testing": fetching(page(policy("testing", "mx.example.com")), ["testing = info"]),
  "switched off": fetching(page("version: STSv1\nmode: none\nmax_age: 86400"), ["none-mode = info"]),
  "no record": { zone: MX, must: ["absent = info"], mustNot: ["policy-unreachable", "record-invalid"] },
  "another record at the name": {
    zone: `${MX}*.example.com. TXT "v=spf1 -all"`,
    must: ["absent"],
    mustNot: ["record-invalid"],
  },
  "an id with hyphens": {
    zone: `${MX}_mta-sts.example.com. TXT "v=STSv1; id=2026-11-01"`,
    must: ["record-invalid = fail"],
    mustNot: ["absent"],
  },
  "two records": {
    zone: `${MX}${RECORD}\n_mta-sts.example.com. TXT "v=STSv1; id=2"`,
    must: ["record-invalid = fail"],
  },
  "a version in lower case": {
    zone: `${MX}_mta-sts.example.com. TXT "v=stsv1; id=1"`,
    must: ["record-invalid"],
  },
  "a record in two strings": {
    ...fetching(page(policy("enforce", "mx.example.com")), ["enforce"]),
    zone: `${MX}_mta-sts.example.com. TXT "v=STSv1;" " id=1"`,
  },
  "the file is missing": fetching(page("not found", 404), ["policy-unreachable = fail"]),
  "the file is elsewhere": fetching(page("", 301), ["policy-unreachable"]),
  "the certificate is for another name": fetching(noPage("tls-name-mismatch"), ["policy-unreachable = fail"]),
  "the certificate has run out": fetching(noPage("tls-expired"), ["policy-unreachable"]),
  "the host has no address": fetching(noPage("no-address"), ["policy-unreachable"]),
  "the host has a private address": fetching(noPage("forbidden-address"), ["policy-unreachable"]),
  "our network fails": {
    ...fetching(noPage("timeout", true), ["inconclusive"]),
    mustNot: ["policy-unreachable", "absent"],
  },
  "our DNS fails": {
    ...fetching(noPage("dns-failed", true), ["inconclusive"]),
    mustNot: ["policy-unreachable"],
  },
  "a page in place of the policy": fetching(page("<!DOCTYPE html><p>Welcome"), ["policy-invalid = fail"]),
  "no mode": fetching(page("version: STSv1\nmx: mx.example.com\nmax_age: 1"), ["policy-invalid"]),
  "another server than the MX": fetching(page(policy("enforce", "other.example.com")), [
    "mx-mismatch = fail",
  ]),
  "one of two servers is not covered": fetching(
    page(policy("enforce", "mx.example.com")),
    ["mx-mismatch"],
    `${MX}${RECORD}\nexample.com. MX 20 backup.example.net.\nbackup.example.net. A 192.0.2.2`,
  ),
  "a wildcard covers one label only": {
    zone: `example.com. MX 10 example-com.k-v1.mx.microsoft.
example-com.k-v1.mx.microsoft. A 192.0.2.1
example.com. TXT "v=spf1 -all"
${RECORD}`,
    fetches: { [URL]: page(policy("enforce", "*.mx.microsoft")) },
    must: ["mx-mismatch"],
    mustNot: ["enforce"],
  },
  "without MX the domain itself has to be covered": fetching(
    page(policy("enforce", "example.com")),
    ["enforce"],
    `example.com. A 192.0.2.1\n${RECORD}`,
  ),
  "enforced, with a certificate that has run out": {
    ...fetching(page(policy("enforce", "mx.example.com")), ["mx-untrusted = fail"]),
    smtp: { "mx.example.com": starttls({ problem: "expired" }) },
    mustNot: ["enforce"],
  },
  "enforced, without encryption": {
    ...fetching(page(policy("enforce", "mx.example.com")), ["mx-untrusted"]),
    smtp: { "mx.example.com": { status: "no-starttls", banner: "" } },
  },
  "in testing, with a certificate that has run out": {
    ...fetching(page(policy("testing", "mx.example.com")), ["testing"]),
    smtp: { "mx.example.com": starttls({ problem: "expired" }) },
    mustNot: ["mx-untrusted"],
  },
  "enforced, and the server does not talk to us": {
    ...fetching(page(policy("enforce", "mx.example.com")), ["enforce"]),
    smtp: { "mx.example.com": { status: "not-reachable", reason: "timeout" } },
    mustNot: ["mx-untrusted"],
  },
  "served as a web page": fetching(
    page(policy("enforce", "mx.example.com"), 200, "text/html; charset=utf-8"),
    ["wrong-media-type = warn"],
  ),
  "served as plain text with a character set": fetching(
    page(policy("enforce", "mx.example.com"), 200, "Text/Plain; charset=utf-8"),
    ["enforce"],
  ),
  "a scan of DNS only": {
    zone: MX + RECORD,
    fetches: null,
    must: ["policy-not-fetched = info"],
    mustNot: ["enforce", "policy-unreachable"],
  },
  "the record cannot be asked for": {
    zone: MX,
    faults: [{ name: "_mta-sts.example.com", failure: "servfail" }],
    must: ["inconclusive"],
    mustNot: ["absent"],
  },
  "no such domain": { zone: "example.net. TXT x", must: ["not-applicable"] },
};
