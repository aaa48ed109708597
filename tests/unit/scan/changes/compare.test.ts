import { describe, expect, test } from "vitest";
import { compareWithKnown, isSameChange, learn, lookAgain } from "#lib/scan/changes/compare.ts";
import { firstKnown, lookAt } from "#lib/scan/changes/known.ts";
import type { FailureReason, Finding, Status } from "#lib/scan/finding.ts";

const finding = (
  check: string,
  outcome: string,
  status: Status,
  { subject = null, args = {} }: { subject?: string | null; args?: Finding["args"] } = {},
): Finding => ({ check, outcome, status, subject, args, lookups: ["TXT example.com"] });

const inconclusive = (check: string, subject: string | null = null, reason: FailureReason = "dns-failed") =>
  finding(check, "inconclusive", "inconclusive", { subject, args: { reason } });
const policy = (outcome: string) =>
  finding("dmarc-policy", outcome, outcome === "none" ? "warn" : "pass", { args: { domain: "example.com" } });
const listing = (outcome: string, status: Status, entry = "192.0.2.1") =>
  finding("ip-blocklist", outcome, status, { subject: `${entry} @ zen`, args: { entry, name: "ZEN" } });
const target = (host: string, outcome: string, status: Status) =>
  finding("mx-target", outcome, status, { subject: host, args: { host } });

const exceeded = (proposal: string) =>
  finding("spf-lookup-limit", "exceeded", "fail", { args: { lookups: 11, limit: 10, proposal } });
const record = (text: string) => finding("spf-present", "present", "pass", { args: { record: text } });
const addresses = (...list: readonly string[]) =>
  finding("mx-target", "resolves", "pass", { subject: "mx1", args: { host: "mx1", addresses: list } });
const keys = (selectors: readonly string[], answered: number) =>
  finding("dkim-selectors", "found", "pass", { args: { selectors, tried: 80, answered } });

const look = (...findings: readonly Finding[]) => lookAt({ engine: "1.0.0", findings });
const known = (...findings: readonly Finding[]) => firstKnown(look(...findings));
/** Outcomes before and after. */
const changes = (before: readonly Finding[], after: readonly Finding[]) =>
  compareWithKnown(known(...before), look(...after)).changes.map(one => [
    one.check,
    one.before?.outcome ?? null,
    one.after?.outcome ?? null,
  ]);

describe("a difference", () => {
  test("in outcome is a change, in the lookups and the order of findings it is not", () => {
    expect(changes([policy("quarantine")], [policy("none")])).toEqual([
      ["dmarc-policy", "quarantine", "none"],
    ]);
    const others = [policy("none"), listing("not-listed", "pass")];
    expect(
      changes(
        others,
        others.toReversed().map(one => ({ ...one, lookups: [] })),
      ),
    ).toEqual([]);
  });

  test("in a proposed fix is none", () => {
    expect(changes([exceeded("a")], [exceeded("b")])).toEqual([]);
    expect(known(exceeded("a")).said[0]?.args).toEqual({ lookups: 11, limit: 10 });
  });

  test("in what a rule says matters is a change", () => {
    expect(changes([record("v=spf1 -all")], [record("v=spf1 mx -all")])).toHaveLength(1);
    // Large providers answer with other addresses every time.
    expect(changes([addresses("192.0.2.1")], [addresses("192.0.2.2")])).toEqual([]);
  });
});

describe("what could not be had", () => {
  const unknown: readonly (readonly [string, Finding])[] = [
    ["an inconclusive check", inconclusive("dmarc-policy")],
    [
      "a question that does not arise",
      finding("dmarc-policy", "not-applicable", "not-applicable", { args: { because: "no-dmarc-record" } }),
    ],
  ];
  test.each(unknown)("%s is neither a change nor the basis of one", (_, one) => {
    const first = compareWithKnown(known(policy("quarantine")), look(one));
    expect(first.changes).toEqual([]);
    expect(compareWithKnown(first.known, look(policy("quarantine"))).changes).toEqual([]);
    expect(compareWithKnown(first.known, look(policy("none"))).changes).toMatchObject([
      { before: { outcome: "quarantine" }, after: { outcome: "none" } },
    ]);
  });

  test("a blocklist that refuses or does not answer says nothing", () => {
    const refused = listing("not-checked", "info");
    const listed = listing("listed", "fail");
    const clean = listing("not-listed", "pass");
    expect(changes([clean], [refused])).toEqual([]);
    expect(changes([listed], [refused])).toEqual([]);
    expect(changes([refused], [listed])).toEqual([]);
    const after = compareWithKnown(known(listed), look(refused)).known;
    expect(compareWithKnown(after, look(clean)).changes).toMatchObject([
      { before: { outcome: "listed" }, after: { outcome: "not-listed" } },
    ]);
    expect(compareWithKnown(after, look(listed)).changes).toEqual([]);
  });

  test("keys that were not all asked for are not gone", () => {
    expect(changes([keys(["s1", "s2"], 80)], [keys(["s1"], 79)])).toEqual([]);
    expect(changes([keys(["s1", "s2"], 80)], [keys(["s1"], 80)])).toHaveLength(1);
  });

  test("what is answered for the first time is learned and no change", () => {
    expect(changes([inconclusive("dmarc-policy")], [policy("none")])).toEqual([]);
    // A host that may have been hidden behind what could not be asked for.
    const hidden = [target("mx1", "resolves", "pass"), inconclusive("mx-target", "mx2")];
    expect(
      changes(hidden, [target("mx1", "resolves", "pass"), target("mx2", "unresolvable", "fail")]),
    ).toEqual([]);
  });
});

describe("things that come and go", () => {
  const fine = target("mx1", "resolves", "pass");
  const dead = target("mx2", "unresolvable", "fail");

  test("a trouble that comes is a change, a good thing is told by another check", () => {
    expect(changes([fine], [fine, dead])).toEqual([["mx-target", null, "unresolvable"]]);
    expect(changes([fine], [fine, target("mx3", "resolves", "pass")])).toEqual([]);
  });

  test("a trouble that goes is one, as far as the look saw everything", () => {
    expect(changes([fine, dead], [fine])).toEqual([["mx-target", "unresolvable", null]]);
    expect(changes([fine, dead], [fine, inconclusive("dnssec")])).toEqual([]);
    const resolver = inconclusive("dnssec", null, "resolver-not-validating");
    expect(changes([fine, dead, resolver], [fine, resolver])).toHaveLength(1);
  });

  test("a whole check that says nothing takes nothing with it", () => {
    expect(changes([fine, dead], [inconclusive("mx-target")])).toEqual([]);
  });
});

describe("a second look", () => {
  const [change] = compareWithKnown(known(policy("quarantine")), look(policy("none"))).changes;
  if (change === undefined) throw new Error("a change");

  test("sees the same, sees it no more, or cannot tell", () => {
    expect(lookAgain(look(policy("none")), change)).toBe("seen");
    expect(lookAgain(look(policy("quarantine")), change)).toBe("gone");
    // Something else again: that is another change.
    expect(lookAgain(look(policy("reject")), change)).toBe("gone");
    expect(lookAgain(look(inconclusive("dmarc-policy")), change)).toBe("unsure");
    expect(lookAgain(look(inconclusive("spf-present")), change)).toBe("unsure");
  });

  test("of something that went needs to see everything", () => {
    const fine = target("mx1", "resolves", "pass");
    const dead = target("mx2", "unresolvable", "fail");
    const [went] = compareWithKnown(known(fine, dead), look(fine)).changes;
    if (went === undefined) throw new Error("a change");
    expect(lookAgain(look(fine), went)).toBe("seen");
    expect(lookAgain(look(fine, dead), went)).toBe("gone");
    expect(lookAgain(look(fine, inconclusive("spf-present")), went)).toBe("unsure");
  });

  test("once believed, the new answer is what is known", () => {
    const compared = compareWithKnown(known(policy("quarantine")), look(policy("none")));
    expect(compared.known.said).toMatchObject([{ outcome: "quarantine" }]);
    const learned = learn(compared.known, compared.changes);
    expect(learned.said).toMatchObject([{ outcome: "none" }]);
    expect(compareWithKnown(learned, look(policy("none"))).changes).toEqual([]);
    expect(learn(learned, compared.changes)).toEqual(learned);
  });

  test("two changes are one when they go from the same to the same", () => {
    const [back] = compareWithKnown(known(policy("none")), look(policy("quarantine"))).changes;
    expect(back !== undefined && isSameChange(change, back)).toBe(false);
    expect(isSameChange(change, structuredClone(change))).toBe(true);
  });
});
