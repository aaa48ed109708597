import { describe, expect, test } from "vitest";
import type { Answer, RecordType } from "#lib/dns/answer.ts";
import type { LookupOptions, Resolver } from "#lib/dns/resolver.ts";
import { coalescingResolver } from "#lib/dns/resolvers/coalescing.ts";
import { pacedResolver } from "#lib/dns/resolvers/paced.ts";
import { recordingResolver } from "#lib/dns/resolvers/recording.ts";
import { replayResolver } from "#lib/dns/resolvers/replay.ts";
import { dnsSession } from "#lib/dns/resolvers/session.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";

const ZONE = `
example.com.     MX  10 mx1.example.com.
mx1.example.com. A   192.0.2.1
loop.example.com. CNAME loop.example.com.
`;

/** A zone resolver that tells what reaches it and how much of it at once. */
function watched(zone = ZONE) {
  const base = zoneResolver(zone, { faults: [{ name: "bad.example.com", failure: "timeout" }] });
  const seen: string[] = [];
  let under = 0;
  let most = 0;
  const resolver: Resolver = {
    async lookup<Type extends RecordType>(name: string, type: Type, options?: LookupOptions) {
      seen.push(`${type} ${name}`);
      under += 1;
      most = Math.max(most, under);
      await new Promise(resolve => setImmediate(resolve));
      const answer = await base.lookup(name, type, options);
      under -= 1;
      return answer;
    },
  };
  return { resolver, seen, most: () => most };
}

const statuses = (answers: readonly Answer[]) => answers.map(answer => answer.status);

const ask = (resolver: Resolver, names: readonly string[], options?: LookupOptions) =>
  Promise.all(names.map(name => resolver.lookup(name, "A", options)));
const numbered = (count: number, suffix: string) =>
  Array.from({ length: count }, (_, index) => `n${index}.${suffix}`);
const overBudget = (answers: readonly Answer[]) =>
  answers.filter(answer => answer.status === "over-budget").length;

describe("coalescing", () => {
  test("the same question is asked once, at the same time or later, in any spelling", async () => {
    const { resolver, seen } = watched();
    const once = coalescingResolver(resolver);
    await Promise.all([once.lookup("example.com", "MX"), once.lookup("EXAMPLE.com.", "MX")]);
    await once.lookup("example.com", "MX", { purpose: "selector" });
    expect(seen).toEqual(["MX example.com"]);
  });

  test("other types, servers and flags are other questions", async () => {
    const { resolver, seen } = watched();
    const once = coalescingResolver(resolver);
    await once.lookup("example.com", "MX");
    await once.lookup("example.com", "TXT");
    await once.lookup("example.com", "MX", { checkingDisabled: true });
    await once.lookup("example.com", "MX", { authority: "192.0.2.53" });
    await once.lookup("example.com", "MX", { authority: "192.0.2.54" });
    expect(seen).toHaveLength(5);
  });

  test("a failure is not asked again either: one scan has one answer", async () => {
    const { resolver, seen } = watched();
    const once = coalescingResolver(resolver);
    const answers = [await once.lookup("bad.example.com", "A"), await once.lookup("bad.example.com", "A")];
    expect([statuses(answers), seen.length]).toEqual([["timeout", "timeout"], 1]);
  });
});

describe("pace and budget", () => {
  test("never more than so many at once, and all of them in the end", async () => {
    const { resolver, seen, most } = watched();
    const answers = await ask(
      pacedResolver(resolver, { domain: "example.com", inFlight: 7 }),
      numbered(100, "example.com"),
    );
    expect([most(), seen.length, overBudget(answers)]).toEqual([7, 100, 0]);
  });

  test("200 at once when nothing else is said", async () => {
    const { resolver, most } = watched();
    await ask(pacedResolver(resolver, { domain: "example.com" }), numbered(300, "example.com"));
    expect(most()).toBe(200);
  });

  test("400 in all, even in the scanned zone", async () => {
    const { resolver, seen } = watched();
    const answers = await ask(
      pacedResolver(resolver, { domain: "example.com" }),
      numbered(450, "example.com"),
    );
    expect([seen.length, overBudget(answers)]).toEqual([400, 50]);
    expect(answers.at(-1)).toMatchObject({ status: "over-budget", attempts: [], id: "A n449.example.com" });
  });

  test("100 for selectors", async () => {
    const { resolver, seen } = watched();
    const paced = pacedResolver(resolver, { domain: "example.com" });
    const answers = await ask(paced, numbered(120, "_domainkey.example.com"), { purpose: "selector" });
    expect([seen.length, overBudget(answers)]).toEqual([100, 20]);
    expect(overBudget(await ask(paced, ["mx1.example.com"]))).toBe(0);
  });

  test("40 in any other zone, counted for its registrable domain", async () => {
    const { resolver } = watched();
    const paced = pacedResolver(resolver, { domain: "mail.example.com" });
    expect(overBudget(await ask(paced, numbered(25, "a.victim.co.uk")))).toBe(0);
    expect(overBudget(await ask(paced, numbered(25, "_x.b.victim.co.uk")))).toBe(10);
    expect(overBudget(await ask(paced, numbered(40, "other.co.uk")))).toBe(0);
    expect(overBudget(await ask(paced, numbered(60, "example.com")))).toBe(0);
  });

  test("blocklists have no limit of their own, but count in the whole", async () => {
    const { resolver } = watched();
    const paced = pacedResolver(resolver, { domain: "example.com" });
    expect(overBudget(await ask(paced, numbered(90, "zen.list.example.org"), { purpose: "blocklist" }))).toBe(
      0,
    );
    expect(overBudget(await ask(paced, numbered(320, "example.com")))).toBe(10);
  });

  test("a lookup beyond the budget sends nothing and frees its place", async () => {
    const { resolver, seen } = watched();
    const paced = pacedResolver(resolver, {
      domain: "example.com",
      inFlight: 1,
      budget: { all: 2, selectors: 1, otherZone: 1 },
    });
    expect(statuses(await ask(paced, ["mx1.example.com", "x.example.com", "y.example.com"]))).toEqual([
      "records",
      "nxdomain",
      "over-budget",
    ]);
    expect(seen).toHaveLength(2);
  });
});

describe("recording and replay", () => {
  const questions: readonly (readonly [string, RecordType, LookupOptions?])[] = [
    ["example.com", "MX"],
    ["mx1.example.com", "A"],
    ["mx1.example.com", "A"],
    ["nobody.example.com", "TXT"],
    ["bad.example.com", "A"],
    ["loop.example.com", "A"],
    ["example.com", "MX", { authority: "192.0.2.53" }],
  ];

  test("answers are kept once each, in the order of asking, and come again exactly", async () => {
    const { resolver, answers } = recordingResolver(watched().resolver);
    const first = await Promise.all(
      questions.map(([name, type, options]) => resolver.lookup(name, type, options)),
    );
    expect(answers().map(answer => answer.id)).toEqual([
      "MX example.com",
      "A mx1.example.com",
      "TXT nobody.example.com",
      "A bad.example.com",
      "A loop.example.com",
      "MX example.com @192.0.2.53",
    ]);
    const stored: Answer[] = JSON.parse(JSON.stringify(answers()));
    const replay = replayResolver(stored);
    const again = await Promise.all(
      questions.map(([name, type, options]) => replay.lookup(name, type, options)),
    );
    expect(again).toEqual(first);
  });

  test("what was never asked is unreachable, not absent", async () => {
    const replay = replayResolver([]);
    expect(await replay.lookup("example.com", "MX")).toMatchObject({
      status: "unreachable",
      id: "MX example.com",
    });
  });

  test("answers on the way are not there yet", async () => {
    const { resolver, answers } = recordingResolver(watched().resolver);
    const asked = resolver.lookup("example.com", "MX");
    expect(answers()).toEqual([]);
    await asked;
    expect(answers()).toHaveLength(1);
  });
});

test("the session of a scan asks its canaries once and records them with everything else", async () => {
  const { resolver, seen } = watched();
  const session = dnsSession(resolver, { domain: "example.com", randomLabel: () => "a1b2c3" });
  await Promise.all([session.health(), session.health(), session.resolver.lookup("example.com", "MX")]);
  expect(seen.toSorted()).toEqual(["A a1b2c3.invalid", "MX example.com", "NS ."]);
  expect(await session.health()).toMatchObject({ healthy: true });
  expect(session.answers()).toHaveLength(3);
});
