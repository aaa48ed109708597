import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { abandonBatchDomain, executeBatchDomain } from "#lib/services/batches/execute-domain.ts";
import { executeBatch } from "#lib/services/batches/execute.ts";
import { deleteBatch } from "#lib/services/batches/delete.ts";
import { exportAddresses } from "#lib/services/batches/export-addresses.ts";
import { scanBatchDomains } from "#lib/services/batches/scan-domains.ts";
import { startBatch } from "#lib/services/batches/start.ts";
import { summariseBatch } from "#lib/services/batches/summarise.ts";
import { systemClock } from "#lib/values/clock.ts";
import { readFilesInThread } from "#lib/worker/batch-reader/read-files.ts";
import { logLine, SAID } from "../../support/bounce-log.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, type TestHouse, visitor, worker, zoneScanner } from "../../support/test-house.ts";

/** Microsoft's 550 5.4.1 in batches: no address is removed before its domain's MX record has been looked up. */

const ZONE = `
$ORIGIN example.
here IN MX 0 contoso-com.mail.protection.outlook.com.
moved IN MX 1 aspmx.l.google.com.
mute IN MX 10 mx.mute
`;

let house: TestHouse;
let sql: Client;
let now = new Date("2026-12-01T10:00:00Z");

beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const scanner = zoneScanner(ZONE, 0, [{ name: "mute.example", failure: "servfail" }]);
  house = await openTestHouse({ url, scanner, clock: { ...systemClock, now: () => now } });
  sql = new Client({ connectionString: url });
  await sql.connect();
});

/** Scans of the test before are too old to say anything. */
beforeEach(() => {
  now = new Date(now.getTime() + 3 * 86_400_000);
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

const ctx = () => visitor(house, "my browser");

const LOG =
  logLine("a@here.example", "bounced", SAID.directory, 1) +
  logLine("b@moved.example", "bounced", SAID.directory, 2) +
  logLine("c@mute.example", "bounced", SAID.directory, 3) +
  logLine("d@lost.example", "bounced", SAID.directory, 4) +
  logLine("gone@here.example", "bounced", SAID.unknown, 5) +
  logLine("later@moved.example", "bounced", SAID.directory, 6) +
  logLine("later@moved.example", "sent", SAID.sent, 7);

async function readBatch(text = LOG): Promise<string> {
  const files = [{ name: "mail.log", bytes: Buffer.from(text) }];
  const { id } = await startBatch({ ctx: ctx(), input: { files } });
  await executeBatch({
    ctx: worker(house),
    input: { batchId: id },
    signal: new AbortController().signal,
    readFiles: readFilesInThread,
  });
  return id;
}

const overview = (id: string) => summariseBatch({ ctx: ctx(), input: { id } });

async function addresses(id: string, list: "remove" | "keep") {
  const found = [];
  for await (const page of await exportAddresses({ ctx: ctx(), input: { id }, list })) found.push(...page);
  return found.map(({ address, fate, cause }) => [address, fate, cause]);
}

/** Carries out the scans of some domains; those of the others wait. */
async function endScans(id: string, ...domains: readonly string[]): Promise<void> {
  for (const domain of domains)
    await executeBatchDomain({ ctx: worker(house), input: { batchId: id, domain } });
}

const scansStored = async (): Promise<number> =>
  (await sql.query("SELECT count(*)::int AS n FROM scans")).rows[0].n;

test("until a domain's scan has ended, its refused addresses are on no list for removal", async () => {
  const id = await readBatch();
  expect(await addresses(id, "remove")).toEqual([["gone@here.example", "remove", "recipient_unknown"]]);
  expect((await overview(id)).fates).toEqual({ remove: 1, undecided: 4, reached: 1 });

  await endScans(id, "here.example");
  expect(await addresses(id, "remove")).toEqual([
    ["a@here.example", "remove", "recipient_unknown"],
    ["gone@here.example", "remove", "recipient_unknown"],
  ]);
  expect((await overview(id)).fates).toEqual({ remove: 2, undecided: 3, reached: 1 });
});

test("an address that an old route refused is kept, and the group says what moved it", async () => {
  const id = await readBatch();
  await endScans(id, "moved.example");
  expect(await addresses(id, "keep")).toContainEqual(["b@moved.example", "repair", "stale_route"]);
  const { causes, routes } = await overview(id);
  expect(causes.find(({ cause }) => cause === "stale_route")?.fates).toMatchObject({ repair: 1 });
  expect(routes.find(({ domain }) => domain === "moved.example")).toMatchObject({
    cause: "stale_route",
    failures: 1,
    route: {
      before: "recipient_unknown",
      found: [{ code: "mx-is-not-microsoft", args: { host: "aspmx.l.google.com" } }],
    },
  });
});

test("mail that got through later still counts for more than any scan", async () => {
  const id = await readBatch();
  await endScans(id, "moved.example");
  expect(await addresses(id, "keep")).toContainEqual(["later@moved.example", "reached", "recipient_unknown"]);
});

test("a domain of which nobody can tell where its mail goes stays undecided, also when its scan failed", async () => {
  const id = await readBatch();
  await endScans(id, "mute.example");
  await abandonBatchDomain({ ctx: worker(house), input: { batchId: id, domain: "lost.example" } });
  const { fates, routes, scans, unscanned } = await overview(id);
  expect(fates["undecided"]).toBe(4);
  // One that got no scan may be asked for again.
  expect(scans.find(({ domain }) => domain === "lost.example")?.status).toBe("refused");
  expect(unscanned).toBe(1);
  expect(await scanBatchDomains({ ctx: ctx(), input: { id } })).toBe(1);
  expect((await overview(id)).unscanned).toBe(0);
  expect(routes.find(({ domain }) => domain === "mute.example")?.route).toBeNull();
  expect((await addresses(id, "remove")).map(([address]) => address)).toEqual(["gone@here.example"]);
});

test("a scan of last week says nothing about today, and another one is asked for", async () => {
  const old = await readBatch();
  await endScans(old, "here.example");
  now = new Date(now.getTime() + 7 * 86_400_000);
  const id = await readBatch();
  expect((await overview(id)).fates["undecided"]).toBe(4);
  expect((await overview(id)).scans.every(({ status }) => status === "waiting")).toBe(true);
  await endScans(id, "here.example");
  expect((await overview(id)).fates["undecided"]).toBe(3);
});

const manyDomains = (count: number): string =>
  Array.from({ length: count }, (_, at) => logLine(`x@d${at}.example`, "bounced", SAID.directory, at)).join(
    "",
  );

test("domains beyond what the upload paid for are one press away, and then decide as well", async () => {
  const id = await readBatch(manyDomains(53));
  const before = await overview(id);
  expect([before.scans.length, before.unscanned]).toEqual([50, 3]);
  expect(await scanBatchDomains({ ctx: ctx(), input: { id } })).toBe(3);
  const domains = (await overview(id)).scans.map(({ domain }) => domain);
  expect(new Set(domains).size).toBe(53);
  await endScans(id, ...domains);
  // None of them exists.
  expect((await overview(id)).fates).toEqual({ remove: 53 });
});

test("two presses at once ask for each domain once", async () => {
  const id = await readBatch(manyDomains(55));
  const asked = await Promise.all([1, 2].map(() => scanBatchDomains({ ctx: ctx(), input: { id } })));
  expect(asked.toSorted()).toEqual([0, 5]);
  expect((await overview(id)).scans).toHaveLength(55);
});

test("whoever sees that a batch has been read sees which domains it asked for", async () => {
  const files = [{ name: "mail.log", bytes: Buffer.from(LOG) }];
  const { id } = await startBatch({ ctx: ctx(), input: { files } });
  const reading = executeBatch({
    ctx: worker(house),
    input: { batchId: id },
    signal: new AbortController().signal,
    readFiles: readFilesInThread,
  });
  let seen = await overview(id);
  while (seen.batch.status !== "done") seen = await overview(id);
  expect(seen.scans.map(({ domain }) => domain).toSorted()).toEqual([
    "here.example",
    "lost.example",
    "moved.example",
    "mute.example",
  ]);
  await reading;
});

test("a domain gets one scan, however often its job runs", async () => {
  const id = await readBatch();
  await endScans(id, "here.example", "here.example");
  const [first] = (await overview(id)).scans.filter(({ domain }) => domain === "here.example");
  await endScans(id, "here.example");
  const [second] = (await overview(id)).scans.filter(({ domain }) => domain === "here.example");
  expect(second).toEqual(first);
  expect(first).toMatchObject({ status: "done", scanId: expect.any(String) });
});

test("a batch that was deleted has no domain scanned any more", async () => {
  const id = await readBatch();
  await deleteBatch({ ctx: ctx(), input: { id } });
  const before = await scansStored();
  await endScans(id, "here.example");
  expect(await scansStored()).toBe(before);
});

test("two looks at once come to the same", async () => {
  const id = await readBatch();
  const { scans } = await overview(id);
  await endScans(id, ...scans.map(({ domain }) => domain));
  const looks = await Promise.all([overview(id), overview(id), overview(id)]);
  const settled = await overview(id);
  expect(settled.fates).toEqual({ remove: 3, repair: 1, undecided: 1, reached: 1 });
  expect(looks.map(({ batch }) => batch.status)).toEqual(["done", "done", "done"]);
});

type Look = Awaited<ReturnType<typeof overview>>;

/** Whether a look says of a domain that its scan found nothing out. */
const isSaidEmpty = ({ domain, route }: Look["routes"][number], { scans }: Look): boolean =>
  route === null && scans.find(one => one.domain === domain)?.status === "done";

test("a look while scans end never says of one that it found nothing out", async () => {
  const id = await readBatch();
  const { scans } = await overview(id);
  const saidEmpty: string[] = [];
  for (const { domain } of scans) {
    const [, ...looks] = await Promise.all([
      endScans(id, domain),
      ...Array.from({ length: 4 }, () => overview(id)),
    ]);
    for (const look of looks)
      saidEmpty.push(...look.routes.filter(one => isSaidEmpty(one, look)).map(one => one.domain));
  }
  expect(saidEmpty.filter(domain => domain !== "mute.example")).toEqual([]);
});
