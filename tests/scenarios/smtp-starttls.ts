import { chainEntry, starttls } from "../support/probe-results.ts";
import type { Scenarios } from "../support/scenario.ts";

const ZONE = `
example.com. MX 10 mx.example.com.
mx.example.com. A 192.0.2.1`;
const TWO = `${ZONE}
example.com. MX 20 mx2.example.com.
mx2.example.com. A 192.0.2.2`;
const HOST = "mx.example.com";

export const scenarios: Scenarios = {
  "TLS 1.3 and a valid certificate": {
    zone: ZONE,
    smtp: { [HOST]: starttls() },
    must: ["offered @mx.example.com = pass"],
  },
  "TLS 1.0 at best": {
    zone: ZONE,
    smtp: { [HOST]: starttls({}, "TLSv1") },
    must: ["old-version = warn"],
    mustNot: ["offered"],
  },
  "no STARTTLS": {
    zone: ZONE,
    smtp: { [HOST]: { status: "no-starttls", banner: "hi" } },
    must: ["not-offered @mx.example.com = fail"],
  },
  "a certificate for another name": {
    zone: ZONE,
    smtp: { [HOST]: starttls({ names: ["mail.example.net"], problem: "name-mismatch" }) },
    must: ["certificate-invalid = warn"],
    mustNot: ["offered"],
  },
  "a self-signed certificate": {
    zone: ZONE,
    smtp: { [HOST]: starttls({ problem: "self-signed" }) },
    must: ["certificate-invalid = warn"],
  },
  "a self-signed certificate that DNSSEC vouches for": {
    zone: `${ZONE}\n_25._tcp.mx.example.com. TLSA 3 1 1 ${chainEntry("a").publicKeySha256}`,
    ad: true,
    smtp: { [HOST]: starttls({ problem: "self-signed" }) },
    must: ["certificate-invalid = info", "dane/usable"],
  },
  "a self-signed certificate that unsigned DNS vouches for": {
    zone: `${ZONE}\n_25._tcp.mx.example.com. TLSA 3 1 1 ${chainEntry("a").publicKeySha256}`,
    smtp: { [HOST]: starttls({ problem: "self-signed" }) },
    must: ["certificate-invalid = warn", "dane/insecure"],
  },
  "a handshake that breaks": {
    zone: ZONE,
    smtp: { [HOST]: { status: "tls-failed", banner: "hi" } },
    must: ["handshake-failed = warn"],
  },
  "port 25 closed from here": { zone: TWO, smtp: {}, must: ["not-tested = info"] },
  "a server that does not answer, where port 25 is open": {
    zone: TWO,
    smtp: { [HOST]: starttls(), "mx2.example.com": { status: "not-reachable", reason: "timeout" } },
    must: ["offered @mx.example.com", "inconclusive @mx2.example.com"],
    mustNot: ["not-offered", "not-tested"],
  },
  "a server that refuses to talk to us": {
    zone: ZONE,
    smtp: { [HOST]: { status: "not-reachable", reason: "rejected" } },
    must: ["inconclusive @mx.example.com"],
    mustNot: ["not-offered"],
  },
  "a server whose address cannot be asked for": {
    zone: TWO,
    smtp: { "mx2.example.com": starttls() },
    faults: [{ name: HOST, type: "A", failure: "timeout" }],
    must: ["inconclusive @mx.example.com", "offered @mx2.example.com"],
  },
  "the only server's address cannot be asked for": {
    zone: ZONE,
    faults: [{ name: HOST, failure: "servfail" }],
    must: ["inconclusive @mx.example.com"],
    mustNot: ["not-applicable"],
  },
  "a private address is not connected to": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 10.0.0.1",
    smtp: { [HOST]: starttls() },
    must: ["not-applicable"],
    mustNot: ["offered"],
  },
  "no MX": { zone: "example.com. TXT x", must: ["not-applicable"] },
};
