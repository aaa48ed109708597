import { chainEntry, starttls } from "../support/probe-results.ts";
import type { Scenarios } from "../support/scenario.ts";

const ZONE = `
example.com. MX 10 mx.example.com.
mx.example.com. A 192.0.2.1
`;
const HOST = "mx.example.com";
const leaf = chainEntry("a");
const issuer = chainEntry("b");
const tlsa = (...values: readonly string[]) =>
  ZONE + values.map(value => `_25._tcp.mx.example.com. TLSA ${value}\n`).join("");

export const scenarios: Scenarios = {
  "a key that the server shows": {
    zone: tlsa(`3 1 1 ${leaf.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: starttls() },
    must: ["usable @mx.example.com = pass"],
  },
  "an issuer that the server shows": {
    zone: tlsa(`2 1 1 ${issuer.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: starttls() },
    must: ["usable"],
  },
  "the next key beside the present one": {
    zone: tlsa(`3 1 1 ${"99".repeat(32)}`, `3 1 1 ${leaf.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: starttls() },
    must: ["usable"],
    mustNot: ["mismatch"],
  },
  "an old certificate with its key": {
    zone: tlsa(`3 1 1 ${leaf.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: starttls({ problem: "expired" }) },
    must: ["usable"],
  },
  "port 25 closed from here": { zone: tlsa(`3 1 1 ${"99".repeat(32)}`), ad: true, must: ["usable"] },
  "no records": { zone: ZONE, ad: true, must: ["absent = info"] },
  "no records, no DNSSEC": { zone: ZONE, must: ["absent"] },
  "records in an unsigned zone": {
    zone: tlsa(`3 1 1 ${leaf.publicKeySha256}`),
    smtp: { [HOST]: starttls() },
    must: ["insecure = warn"],
    mustNot: ["usable"],
  },
  "records in an unsigned zone, as a validating resolver sees it": {
    zone: tlsa(`3 1 1 ${leaf.publicKeySha256}`),
    ad: ["example.net"],
    must: ["insecure"],
  },
  "records in a signed zone, and the resolver does not validate": {
    zone: `${tlsa(`3 1 1 ${leaf.publicKeySha256}`)}example.com. DS 1 13 2 ${"ab".repeat(32)}`,
    must: ["inconclusive @mx.example.com"],
    mustNot: ["insecure", "usable"],
  },
  "a signed mail server of an unsigned domain": {
    zone: `example.com. MX 10 mx.mailhost.net.
mx.mailhost.net. A 192.0.2.1
_25._tcp.mx.mailhost.net. TLSA 3 1 1 ${leaf.publicKeySha256}`,
    ad: ["mailhost.net"],
    must: ["mx-insecure = info"],
    mustNot: ["insecure", "usable"],
  },
  "usage 1": {
    zone: tlsa(`1 1 1 ${leaf.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: starttls() },
    must: ["unusable = warn"],
    mustNot: ["mismatch"],
  },
  "a digest that is too short": { zone: tlsa("3 1 1 abcd"), ad: true, must: ["unusable"] },
  "another certificate": {
    zone: tlsa(`3 1 1 ${"99".repeat(32)}`),
    ad: true,
    smtp: { [HOST]: starttls() },
    must: ["mismatch @mx.example.com = fail"],
    mustNot: ["usable"],
  },
  "the issuer of a certificate for another name": {
    zone: tlsa(`2 1 1 ${issuer.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: starttls({ names: ["other.example.com"], problem: "name-mismatch" }) },
    must: ["mismatch"],
  },
  "no encryption": {
    zone: tlsa(`3 1 1 ${leaf.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: { status: "no-starttls", banner: "" } },
    must: ["mismatch = fail"],
  },
  "the server could not be spoken to": {
    zone: tlsa(`3 1 1 ${leaf.publicKeySha256}`),
    ad: true,
    smtp: { [HOST]: { status: "not-reachable", reason: "timeout" } },
    must: ["usable"],
    mustNot: ["mismatch"],
  },
  "an answer that does not validate": {
    zone: ZONE,
    ad: true,
    faults: [{ name: "_25._tcp.mx.example.com", failure: "servfail", unlessCheckingDisabled: true }],
    must: ["bogus = fail"],
    mustNot: ["absent"],
  },
  "no answer": {
    zone: ZONE,
    ad: true,
    faults: [{ name: "_25._tcp.mx.example.com", failure: "timeout" }],
    must: ["inconclusive @mx.example.com"],
    mustNot: ["absent", "bogus"],
  },
  "no MX": { zone: "example.com. TXT x", must: ["not-applicable"] },
};
