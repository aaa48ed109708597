import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { createScanner } from "#lib/engine/create-scanner.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { getScan, type ScanView } from "#lib/services/scans/get.ts";
import { rescan } from "#lib/services/scans/rescan.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { systemClock } from "#lib/values/clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";

const COMMON = `
$ORIGIN example.com.
@   300 IN SOA ns1 hostmaster 1 7200 900 1209600 300
@   300 IN NS  ns1
@   300 IN MX  10 mx1
ns1 300 IN A   20.0.0.1
mx1 300 IN A   20.0.0.2
`;
const BEFORE = `${COMMON}
@   300 IN TXT "v=spf1 mx ~all"
`;
/** Published a moment later; and a blocklist has come to life, as its test entry shows. */
const AFTER = `${COMMON}
@   300 IN TXT "v=spf1 mx -all"
2.0.0.127.bl.spamcop.net. 300 IN A 127.0.0.2
`;

let house: TestHouse;
let sql: Client;
let before: NameServer;
let after: NameServer;
/** The one that is asked. */
let asked: NameServer;

beforeAll(async () => {
  [before, after] = await Promise.all([
    startNameServer({ zones: BEFORE }),
    startNameServer({ zones: AFTER }),
  ]);
  asked = before;
  const url = await freshDatabase(inject("postgresUrl"));
  const scanner = createScanner({
    servers: () => [{ kind: "address", address: asked.address, port: asked.port }],
    sample: null,
    heloName: null,
    dnsOnly: true,
    blocklists: { added: [], keys: new Map() },
    clock: systemClock,
  });
  house = await openTestHouse({ url, scanner });
  sql = new Client({ connectionString: url });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await house.close();
  await Promise.all([before.close(), after.close()]);
});

const browser = () => visitor(house, "browser");

/** Does what a worker does with the job of a scan: its payload is taken from the queue. */
async function carryOut(scanId: string): Promise<ScanView> {
  const { rows } = await sql.query("SELECT data FROM pgboss.job WHERE name = $1 AND data->>'scanId' = $2", [
    scanJob.name,
    scanId,
  ]);
  expect(rows).toHaveLength(1);
  await executeScan({ ctx: worker(house), input: scanJob.payload.parse(rows[0].data) });
  return getScan({ ctx: browser(), input: { id: scanId } });
}

const spfOf = ({ report }: ScanView): readonly string[] =>
  report?.lookups.find(({ id }) => id === "TXT example.com")?.answers ?? [];

/** Whether this scan itself asked a list for its test entry. */
const asksTestEntry = ({ report }: ScanView): boolean =>
  report?.lookups.some(({ name }) => name === "2.0.0.127.bl.spamcop.net") === true;

describe("scanning again", () => {
  test("within a minute shows what was published in between, while an ordinary request joins", async () => {
    asked = before;
    const first = await startScan({ ctx: browser(), input: { domain: "example.com" } });
    expect(spfOf(await carryOut(first.scan.id))).toEqual(['"v=spf1 mx ~all"']);

    asked = after;
    const usual = await startScan({ ctx: browser(), input: { domain: "example.com" } });
    expect(usual).toMatchObject({ joined: true, scan: { id: first.scan.id } });
    const again = await rescan({ ctx: browser(), input: { id: first.scan.id } });
    expect(again.joined).toBe(false);
    const scan = await carryOut(again.scan.id);
    expect(spfOf(scan)).toEqual(['"v=spf1 mx -all"']);
    expect(scan.mine).toBe(true);
  });

  test("asks blocklists for their test entries again, which a usual scan remembers", async () => {
    asked = after;
    const ask = (selector: string) =>
      startScan({ ctx: browser(), input: { domain: "example.com", selectors: [selector] } });
    await carryOut((await ask("s1")).scan.id);
    const usual = await carryOut((await ask("s2")).scan.id);
    expect(asksTestEntry(usual)).toBe(false);
    const again = await rescan({ ctx: browser(), input: { id: usual.id } });
    expect(asksTestEntry(await carryOut(again.scan.id))).toBe(true);
  });

  test("asks with the hints of the scan", async () => {
    const hints = { selectors: ["march"], sendingAddresses: ["20.0.0.9"] };
    const { scan } = await startScan({ ctx: browser(), input: { domain: "example.com", ...hints } });
    await carryOut(scan.id);
    const again = await rescan({ ctx: browser(), input: { id: scan.id } });
    const { rows } = await sql.query("SELECT hints FROM scans WHERE id = $1", [again.scan.id]);
    expect(rows[0].hints).toEqual(hints);
  });

  test("joins a scan that is under way, and says so", async () => {
    const { scan } = await startScan({ ctx: browser(), input: { domain: "running.example.com" } });
    const other = visitor(house, "another browser");
    expect(await rescan({ ctx: other, input: { id: scan.id } })).toMatchObject({
      joined: true,
      scan: { id: scan.id },
    });
    expect((await getScan({ ctx: other, input: { id: scan.id } })).mine).toBe(true);
  });

  test("is paid for like any other scan", async () => {
    const { scan } = await startScan({ ctx: browser(), input: { domain: "paid.example.com" } });
    await carryOut(scan.id);
    const limited = {
      ...browser(),
      limits: { ...house.limits, scansPerDomain: { burst: 1, periodSeconds: 3_600 } },
    };
    const first = await rescan({ ctx: limited, input: { id: scan.id } });
    await carryOut(first.scan.id);
    await expect(rescan({ ctx: limited, input: { id: scan.id } })).rejects.toMatchObject({
      code: "limited",
    });
  });

  test("of a scan that nobody knows is refused", async () => {
    await expect(rescan({ ctx: browser(), input: { id: "0".repeat(22) } })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
