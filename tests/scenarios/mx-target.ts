import type { Scenarios } from "../support/scenario.ts";

const GOOD = "example.com. MX 20 good.example.com.\ngood.example.com. A 192.0.2.9\n";

export const scenarios: Scenarios = {
  "a host with addresses": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1\nmx.example.com. AAAA 2001:db8::1",
    must: ["resolves @mx.example.com = pass"],
  },
  "a host with an IPv6 address only": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. AAAA 2001:db8::1",
    must: ["resolves @mx.example.com"],
  },
  "the only host has no address": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. TXT x",
    must: ["unresolvable @mx.example.com = fail"],
    mustNot: ["resolves"],
  },
  "the only host does not exist": {
    zone: "example.com. MX 10 mx.example.net.\nexample.net. TXT x",
    must: ["unresolvable @mx.example.net = fail"],
  },
  "one host of two is dead": {
    zone: `${GOOD}example.com. MX 10 dead.example.com.`,
    must: ["unresolvable @dead.example.com = warn", "resolves @good.example.com"],
  },
  "all hosts are dead": {
    zone: "example.com. MX 10 a.example.com.\nexample.com. MX 20 b.example.com.",
    must: ["unresolvable @a.example.com = fail", "unresolvable @b.example.com = fail"],
  },
  "an alias": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. CNAME real.example.net.\nreal.example.net. A 192.0.2.1",
    must: ["cname @mx.example.com = warn"],
    mustNot: ["resolves", "unresolvable"],
  },
  "an alias that leads nowhere": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. CNAME gone.example.net.\nexample.net. TXT x",
    must: ["unresolvable @mx.example.com = fail"],
    mustNot: ["cname", "resolves"],
  },
  "an alias without any MX takes its target's place": {
    zone: "example.com. CNAME web.example.net.\nweb.example.net. A 192.0.2.1",
    must: ["resolves @example.com"],
    mustNot: ["cname"],
  },
  "an address in place of a name": {
    zone: "example.com. MX 10 192.0.2.1.",
    must: ["ip-literal @192.0.2.1 = fail"],
    mustNot: ["unresolvable"],
  },
  "an address beside a host that works": {
    zone: `${GOOD}example.com. MX 10 192.0.2.1.`,
    must: ["ip-literal @192.0.2.1 = warn"],
  },
  "a private address": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 10.0.0.1",
    must: ["private-address @mx.example.com = fail", "mx-reverse-dns/not-applicable"],
    mustNot: ["resolves"],
  },
  "the sender's own machine": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 127.0.0.1",
    must: ["private-address @mx.example.com = fail"],
  },
  "a private IPv6 address beside a public one": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1\nmx.example.com. AAAA fd00::1",
    must: ["private-address @mx.example.com = fail"],
  },
  "an IPv4 address inside IPv6 that is private": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. AAAA ::ffff:10.0.0.1",
    must: ["private-address @mx.example.com"],
  },
  "a private address beside a host that works": {
    zone: `${GOOD}example.com. MX 10 mx.example.com.\nmx.example.com. A 192.168.1.1`,
    must: ["private-address @mx.example.com = fail"],
  },
  "a single label": {
    zone: "example.com. MX 10 mail.",
    must: ["invalid-name @mail = fail"],
  },
  "a name with a blank beside a host that works": {
    zone: `${GOOD}example.com. MX 10 mx\\032one.example.com.`,
    must: ["invalid-name @mx\\032one.example.com = warn"],
  },
  "a host that cannot be looked up": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1",
    faults: [{ name: "mx.example.com", failure: "servfail" }],
    must: ["inconclusive @mx.example.com"],
    mustNot: ["unresolvable", "resolves"],
  },
  "one dead host, and one that cannot be looked up": {
    zone: "example.com. MX 10 a.example.com.\nexample.com. MX 20 b.example.com.\nb.example.com. A 192.0.2.1",
    faults: [{ name: "b.example.com", failure: "timeout" }],
    must: ["unresolvable @a.example.com = warn", "inconclusive @b.example.com"],
  },
  "an IPv6 lookup that fails beside an IPv4 address": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. A 192.0.2.1",
    faults: [{ name: "mx.example.com", type: "AAAA", failure: "servfail" }],
    must: ["resolves @mx.example.com"],
  },
  "an alias that leads in a circle": {
    zone: "example.com. MX 10 mx.example.com.\nmx.example.com. CNAME a.example.com.\na.example.com. CNAME mx.example.com.",
    must: ["inconclusive @mx.example.com", "cname-loop/loop @mx.example.com"],
    mustNot: ["unresolvable", "resolves"],
  },
  "no MX": { zone: "example.com. TXT x", must: ["not-applicable"] },
  "a null MX": { zone: "example.com. MX 0 .", must: ["not-applicable"] },
};
