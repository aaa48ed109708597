import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { executeRun } from "#lib/services/monitors/execute-run.ts";
import { judgeRun } from "#lib/services/monitors/judge-run.ts";
import { watchedOverview } from "#lib/services/monitors/overview.ts";
import { runMonitorNow } from "#lib/services/monitors/run-now.ts";
import { runDueMonitors } from "#lib/services/monitors/run-due.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { storeScan } from "#lib/services/scans/question.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { listMonitorChanges } from "#lib/services/monitors/list-changes.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, worker } from "../../support/test-house.ts";
import {
  HOUR,
  MINUTE,
  openWatchedWorld,
  type UnderWay,
  type WatchedWorld,
} from "../../support/watched-world.ts";

const zone = ({
  spf = "v=spf1 mx -all",
  dmarc = "v=DMARC1; p=quarantine; rua=mailto:d@example.com",
} = {}) => `
$ORIGIN example.com.
@ 300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@ 300 IN NS ns1
@ 300 IN MX 10 mx1
@ 300 IN TXT "${spf}"
${dmarc === "" ? "" : `_dmarc 300 IN TXT "${dmarc}"`}
ns1 300 IN A 192.0.2.1
mx1 300 IN A 192.0.2.2
`;
const WEAKER = zone({ dmarc: "v=DMARC1; p=none; rua=mailto:d@example.com" });
const DAY = 24 * HOUR;

let world: WatchedWorld;

beforeEach(async () => {
  world = await openWatchedWorld(await freshDatabase(inject("postgresUrl")), zone());
});
afterEach(() => world.close());

/** Begins the run that is due after that time and scans for it; nothing is judged. */
async function scanOnly(milliseconds: number): Promise<UnderWay> {
  world.clock.pass(milliseconds);
  const ctx = worker(world.house);
  await runDueMonitors({ ctx });
  const [run] = await world.underWay();
  const parsed = parseDomainInput("example.com");
  if (run === undefined || !parsed.ok) throw new Error("no run is due");
  const { domain, unicode } = parsed.value;
  const question = { domain, unicode, hints: { selectors: [], sendingAddresses: [] } };
  await storeScan(ctx, world.house.database.db, question, run.scanId);
  await executeScan({ ctx, input: { scanId: run.scanId } });
  return run;
}

const changesOf = async (id: string) =>
  (await listMonitorChanges({ ctx: account(world.house, world.owner), input: { id } })).changes;

describe("a change", () => {
  test("is told once a second look, ten minutes later, sees it again", async () => {
    const id = await world.watch("example.com");
    expect(await changesOf(id)).toEqual([]);
    await world.serve(WEAKER);
    expect(await world.pass(DAY)).toBe(1);

    const [noticed] = await changesOf(id);
    expect(noticed).toMatchObject({ confirmedAt: null, dismissedAt: null });
    expect(noticed?.changes.map(({ sentence, direction }) => ({ sentence, direction }))).toEqual([
      { sentence: "DMARC policy went from quarantine to none", direction: "worse" },
    ]);
    expect(await world.alerts()).toEqual([]);

    expect(await world.pass(9 * MINUTE)).toBe(0);
    expect(await world.pass(2 * MINUTE)).toBe(1);
    const [confirmed, ...others] = await changesOf(id);
    expect(others).toEqual([]);
    expect(confirmed).toMatchObject({ id: noticed?.id, dismissedAt: null });
    expect(confirmed?.confirmedAt).toEqual(world.clock.now());
    expect(confirmed?.finalScanId).not.toBe(confirmed?.afterScanId);
    expect(await world.alerts()).toMatchObject([{ kind: "changed", domain: "example.com" }]);

    // From now on this is how things are.
    expect(await world.pass(DAY)).toBe(1);
    expect(await changesOf(id)).toHaveLength(1);
    expect(await world.alerts()).toHaveLength(1);
    const [row] = await watchedOverview({ ctx: account(world.house, world.owner) });
    expect(row).toMatchObject({
      monitor: { id, running: false },
      lastChange: { sentence: "DMARC policy went from quarantine to none", more: 0 },
    });
    expect(row?.looks.map(({ id: scan }) => scan)).toEqual([
      expect.any(String),
      confirmed?.afterScanId,
      confirmed?.finalScanId,
      row?.monitor.lastScan?.id,
    ]);
  });

  test("is not confirmed by a look that comes too early", async () => {
    const id = await world.watch("example.com");
    await world.serve(WEAKER);
    await world.pass(DAY);
    world.clock.pass(9 * MINUTE);
    await runMonitorNow({ ctx: account(world.house, world.owner), input: { id } });
    await world.carryOut();
    expect(await changesOf(id)).toMatchObject([{ confirmedAt: null, dismissedAt: null }]);
    expect(await world.alerts()).toEqual([]);
    // The look that can confirm it is due as before.
    expect(await world.pass(3 * MINUTE)).toBe(1);
    expect(await changesOf(id)).toMatchObject([{ confirmedAt: world.clock.now() }]);
  });

  test("that is gone by then is dropped and never told", async () => {
    const id = await world.watch("example.com");
    await world.serve(WEAKER);
    await world.pass(DAY);
    await world.serve(zone());
    expect(await world.pass(11 * MINUTE)).toBe(1);
    const [dropped] = await changesOf(id);
    expect(dropped?.dismissedAt).toEqual(world.clock.now());
    expect(dropped?.changes).toMatchObject([{ fate: "gone" }]);
    expect(await world.alerts()).toEqual([]);
  });

  test("that flaps is never told, and does not make us look all the time", async () => {
    const id = await world.watch("example.com");
    let runs = 0;
    for (let flap = 0; flap < 10; flap += 1) {
      await world.serve(flap % 2 === 0 ? WEAKER : zone());
      runs += await world.pass(11 * MINUTE);
    }
    expect(await world.alerts()).toEqual([]);
    // The first day has not passed: nothing was due.
    expect(runs).toBe(0);
    runs += await world.pass(DAY);
    for (let flap = 0; flap < 10; flap += 1) {
      await world.serve(flap % 2 === 0 ? zone({ spf: `v=spf1 mx ip4:192.0.2.${flap} -all` }) : WEAKER);
      runs += await world.pass(11 * MINUTE);
    }
    expect(runs).toBeLessThanOrEqual(6);
    expect((await changesOf(id)).every(({ confirmedAt }) => confirmedAt === null)).toBe(true);
    expect(await world.alerts()).toEqual([]);
  });

  test("waits while DNS does not answer, and is told when it does", async () => {
    const id = await world.watch("example.com");
    await world.serve(WEAKER);
    await world.pass(DAY);
    await world.serve(null);
    expect(await world.pass(11 * MINUTE)).toBe(1);
    expect(await changesOf(id)).toMatchObject([{ confirmedAt: null, dismissedAt: null }]);
    expect(await world.alerts()).toEqual([]);
    await world.serve(WEAKER);
    expect(await world.pass(40 * MINUTE)).toBe(1);
    expect(await changesOf(id)).toMatchObject([{ dismissedAt: null, confirmedAt: world.clock.now() }]);
    expect(await world.alerts()).toHaveLength(1);
  });

  test("to and from what could not be had is none: the last certain answer counts", async () => {
    const id = await world.watch("example.com");
    await world.serve(null);
    await world.pass(DAY);
    await world.serve(zone());
    await world.pass(DAY);
    expect(await changesOf(id)).toEqual([]);
    await world.serve(null);
    await world.pass(DAY);
    await world.serve(WEAKER);
    await world.pass(DAY);
    expect((await changesOf(id)).flatMap(({ changes }) => changes.map(({ sentence }) => sentence))).toEqual([
      "DMARC policy went from quarantine to none",
    ]);
  });

  test("of a record that went is told as that, and not as every consequence", async () => {
    const id = await world.watch("example.com");
    await world.serve(zone({ dmarc: "" }));
    await world.pass(DAY);
    await world.pass(11 * MINUTE);
    const [change] = await changesOf(id);
    expect(change?.changes.map(({ sentence }) => sentence)).toEqual(["The DMARC record is gone"]);
  });

  test("is one row and one alert, however many workers judge its scans at once", async () => {
    const id = await world.watch("example.com");
    await world.serve(WEAKER);
    const judge = (input: UnderWay) =>
      Promise.all([1, 2, 3].map(() => judgeRun({ ctx: worker(world.house), input })));
    expect((await judge(await scanOnly(DAY))).toSorted()).toEqual(["judged", "superfluous", "superfluous"]);
    expect(await changesOf(id)).toHaveLength(1);
    expect((await judge(await scanOnly(11 * MINUTE))).toSorted()).toEqual([
      "judged",
      "superfluous",
      "superfluous",
    ]);
    expect(await changesOf(id)).toMatchObject([{ confirmedAt: world.clock.now() }]);
    expect(await world.alerts()).toHaveLength(1);
  });

  test("is confirmed and told, or neither: a worker that dies in between leaves it to the next", async () => {
    const id = await world.watch("example.com");
    await world.serve(WEAKER);
    await world.pass(DAY);
    const run = await scanOnly(11 * MINUTE);
    const queue = { ...world.house.queue, enqueue: () => Promise.reject(new Error("killed")) };
    const dying = { ...worker(world.house), queue };
    await expect(judgeRun({ ctx: dying, input: run })).rejects.toThrow("killed");
    expect(await changesOf(id)).toMatchObject([{ confirmedAt: null, dismissedAt: null }]);
    expect(await world.alerts()).toEqual([]);
    await executeRun({ ctx: worker(world.house), input: run });
    expect(await changesOf(id)).toMatchObject([{ confirmedAt: world.clock.now() }]);
    expect(await world.alerts()).toHaveLength(1);
  });

  test("that happened in this program is none: old evidence is judged by the new checks first", async () => {
    const id = await world.watch("example.com");
    // An older version called the same thing by another name, and its report was kept.
    await world.sql.query(
      `UPDATE monitors SET known = replace(replace(known::text, '"quarantine"', '"none"'), '"engine":"', '"engine":"0.')::json`,
    );
    await world.pass(DAY);
    expect(await changesOf(id)).toEqual([]);
    await world.serve(WEAKER);
    await world.pass(DAY);
    expect((await changesOf(id)).flatMap(({ changes }) => changes.map(({ sentence }) => sentence))).toEqual([
      "DMARC policy went from quarantine to none",
    ]);
  });
});
