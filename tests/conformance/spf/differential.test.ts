import * as fc from "fast-check";
import { spf as mailauthSpf } from "mailauth/lib/spf/index.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Answer, RecordType } from "#lib/dns/answer.ts";
import { RECORD_TYPES } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { checkHost } from "#lib/mail/spf/check-host.ts";
import { SPF_RESULTS } from "#lib/mail/spf/outcome.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { type SpfWorld, spfWorld } from "../../support/spf-worlds.ts";

/**
 * Thousands of generated worlds, each judged here and by mailauth in its strict mode. Where the two differ, the
 * difference has to be one of those explained below.
 */
const WORLDS = 4000;
const SEED = 7208;

interface Verdict {
  readonly result: string;
  readonly explanation: string;
}

interface Judged {
  readonly world: SpfWorld;
  readonly ours: Verdict;
  readonly theirs: Verdict;
}

let judged: readonly Judged[] = [];

beforeAll(async () => {
  const worlds = fc.sample(spfWorld, { numRuns: WORLDS, seed: SEED });
  judged = await Promise.all(worlds.map(async world => ({ world, ...(await judge(world)) })));
}, 120_000);

describe("against mailauth, strict", () => {
  test("every difference is explained", async () => {
    const different = judged.filter(({ ours, theirs }) => !sameVerdict(ours, theirs));
    const unexplained = [];
    for (const one of different) {
      if (!(await isAboutVoidPtr(one.world))) unexplained.push(one);
    }
    expect(unexplained).toEqual([]);
    // An explanation that explains most of the sample would hide a mistake.
    expect(different.length).toBeLessThan(WORLDS / 100);
  });

  test("the sample reaches every result often, explanations too", () => {
    const count = (result: string) => judged.filter(({ ours }) => ours.result === result).length;
    for (const result of SPF_RESULTS) expect(count(result), result).toBeGreaterThan(50);
    expect(judged.filter(({ ours }) => ours.explanation !== "").length).toBeGreaterThan(200);
  });
});

/**
 * RFC 7208 4.6.4 limits "the number of terms for which DNS queries return" nothing. mailauth counts queries: the
 * PTR query behind `%{p}` and that for the target name are two void look-ups of one term there, and one here.
 * So without that limit the verdicts have to be the same.
 */
async function isAboutVoidPtr(world: SpfWorld): Promise<boolean> {
  if (!/%\{p/iu.test(world.zone)) return false;
  const { ours, theirs } = await judge(world, { voidLimit: false });
  return sameVerdict(ours, theirs);
}

const sameVerdict = (one: Verdict, other: Verdict): boolean =>
  one.result === other.result && one.explanation === other.explanation;

async function judge(
  world: SpfWorld,
  { voidLimit = true } = {},
): Promise<{ ours: Verdict; theirs: Verdict }> {
  const resolver = zoneResolver(world.zone, { faults: world.faults });
  const ip = parseIpAddress(world.ip);
  if (ip === null) throw new Error(world.ip);
  const { mailFrom, helo } = world;
  const limits = voidLimit ? {} : { voidLookups: null };
  const [ours, theirs] = await Promise.all([
    checkHost({ ip, mailFrom, helo }, { resolver, clock: systemClock, limits }),
    mailauthSpf({
      sender: mailFrom,
      ip: world.ip,
      helo,
      mta: "unknown",
      strict: true,
      resolver: nodeStyle(resolver),
      ...(voidLimit ? {} : { maxVoidCount: 1000 }),
    }),
  ]);
  return {
    ours: { result: ours.result, explanation: ours.explanation },
    theirs: { result: theirs.status.result, explanation: theirs.explanation ?? "" },
  };
}

/** The resolver as `dns.promises.resolve` would be: plain records, or an error with a code. */
function nodeStyle(resolver: Resolver) {
  return async (name: string, type: string): Promise<string[][]> => {
    const known = RECORD_TYPES.find(one => one === type);
    if (known === undefined) throw new Error(type);
    const answer: Answer = await resolver.lookup<RecordType>(name, known);
    // mailauth declares strings only, but takes MX records as the objects that Node gives.
    if (answer.status === "records") return answer.records.map(plainRecord) as string[][];
    const code = CODES[answer.status] ?? "ESERVFAIL";
    throw Object.assign(new Error(code), { code });
  };
}

const CODES: Readonly<Record<string, string>> = {
  nodata: "ENODATA",
  nxdomain: "ENOTFOUND",
  timeout: "ETIMEOUT",
  refused: "EREFUSED",
  malformed: "EBADNAME",
};

function plainRecord(record: unknown): unknown {
  if (typeof record !== "object" || record === null) return record;
  if ("strings" in record) return record.strings;
  if ("exchange" in record && "preference" in record) {
    return { exchange: record.exchange === "." ? "" : record.exchange, priority: record.preference };
  }
  return record;
}
