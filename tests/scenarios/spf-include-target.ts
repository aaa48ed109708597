import type { Scenarios } from "../support/scenario.ts";

const MX = "example.com. 300 IN MX 10 mx.example.com.\nmx.example.com. 300 IN A 203.0.113.10\n";
const spf = (name: string, text: string) => `${name}. 300 IN TXT "${text}"\n`;
const own = (text: string) => MX + spf("example.com", text);
const GOOD = spf("good.example.net", "v=spf1 ip4:192.0.2.0/24 -all");

export const scenarios: Scenarios = {
  ok: { zone: own("v=spf1 include:good.example.net -all") + GOOD, must: ["ok @good.example.net"] },
  "no includes": { zone: own("v=spf1 mx -all"), must: ["not-applicable"] },
  "name without SPF": {
    zone: `${own("v=spf1 include:good.example.net include:bare.example.net -all") + GOOD}bare.example.net. 300 IN A 192.0.2.1\n`,
    must: ["no-record @bare.example.net = fail", "ok @good.example.net"],
  },
  "name that does not exist": {
    zone: own("v=spf1 include:gone.example.net mx -all"),
    must: ["no-record @gone.example.net"],
  },
  "name from a tutorial": {
    zone: own("v=spf1 include:_spf.mimecast.com mx -all"),
    must: ["no-record @_spf.mimecast.com"],
  },
  "redirect to nothing": {
    zone: own("v=spf1 mx redirect=gone.example.net"),
    must: ["no-record @gone.example.net"],
  },
  "name with an empty label": { zone: own("v=spf1 include:foo..example.net mx -all"), must: ["no-record"] },
  "several records": {
    zone:
      own("v=spf1 include:two.example.net mx -all") +
      spf("two.example.net", "v=spf1 -all") +
      spf("two.example.net", "v=spf1 mx -all"),
    must: ["multiple-records @two.example.net = fail"],
  },
  "several records of one's own": {
    zone:
      own("v=spf1 include:_spf.example.com mx -all") +
      spf("_spf.example.com", "v=spf1 ip4:192.0.2.1 -all") +
      spf("_spf.example.com", "v=spf1 ip4:192.0.2.2 -all"),
    must: ["multiple-records @_spf.example.com"],
  },
  "a record that cannot be read": {
    zone:
      own("v=spf1 include:bad.example.net mx -all") + spf("bad.example.net", "v=spf1 ipv4:192.0.2.1 -all"),
    must: ["invalid-record @bad.example.net = fail"],
  },
  "a record of one's own that cannot be read": {
    zone:
      own("v=spf1 include:_spf.example.com mx -all") + spf("_spf.example.com", "v=spf1 ipv4:192.0.2.1 -all"),
    must: ["invalid-record @_spf.example.com"],
  },
  "deep in somebody else's tree": {
    zone:
      own("v=spf1 include:outer.example.net mx -all") +
      spf("outer.example.net", "v=spf1 include:inner.example.net -all"),
    must: ["ok @outer.example.net", "no-record @inner.example.net"],
  },
  itself: { zone: own("v=spf1 include:example.com mx -all"), must: ["loop @example.com = fail"] },
  "a circle of others": {
    zone:
      own("v=spf1 include:one.example.net mx -all") +
      spf("one.example.net", "v=spf1 include:two.example.net -all") +
      spf("two.example.net", "v=spf1 include:one.example.net -all"),
    must: ["loop @one.example.net"],
  },
  "a redirect to itself": { zone: own("v=spf1 mx redirect=example.com"), must: ["loop @example.com"] },
  "the same twice is no loop": {
    zone:
      own("v=spf1 include:good.example.net include:outer.example.net -all") +
      GOOD +
      spf("outer.example.net", "v=spf1 include:good.example.net -all"),
    must: ["ok @good.example.net", "ok @outer.example.net"],
    mustNot: ["loop"],
  },
  "behind all": {
    zone: own("v=spf1 mx -all include:gone.example.net"),
    must: ["not-applicable"],
    mustNot: ["no-record"],
  },
  "could not be looked up": {
    zone: own("v=spf1 include:good.example.net include:slow.example.net -all") + GOOD,
    faults: [{ name: "slow.example.net", failure: "timeout" }],
    must: ["inconclusive @slow.example.net", "ok @good.example.net"],
    mustNot: ["no-record"],
  },
};
