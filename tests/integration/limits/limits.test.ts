import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { lookUpBlocklists } from "#lib/services/blocklists/look-up.ts";
import { takeIn } from "#lib/services/intake/take-in.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { openShare } from "#lib/services/shares/open.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { fixedClock } from "../../support/fixed-clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";

const HOUR = 3_600;
const clock = fixedClock();
let house: TestHouse;
let sql: Client;

beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({
    url,
    clock,
    zone: "example.com. 300 IN MX 10 mx.example.com.",
    limits: {
      workPerAddress: { burst: 3, periodSeconds: HOUR },
      workPerAccount: { burst: 5, periodSeconds: HOUR },
      scansPerDomain: { burst: 2, periodSeconds: HOUR },
      missesPerAddress: { burst: 3, periodSeconds: HOUR },
    },
  });
  sql = new Client({ connectionString: url });
  await sql.connect();
  await sql.query("INSERT INTO users (id, email) VALUES ('jane', 'jane@example.com')");
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

const from = (address: string, context = visitor(house, "browser")): ServiceContext => ({
  ...context,
  clientAddress: parseIpAddress(address),
});

let names = 0;
const scanNew = (ctx: ServiceContext) => startScan({ ctx, input: { domain: `d${(names += 1)}.com` } });

async function stored(): Promise<string> {
  const { rows } = await sql.query(
    "SELECT (SELECT count(*) FROM scans) || ' ' || (SELECT count(*) FROM scan_requests) AS n",
  );
  return rows[0].n;
}

describe("scans", () => {
  test("so many from one address, then a refusal that says when and stores nothing", async () => {
    for (let asked = 0; asked < 3; asked += 1) await scanNew(from("192.0.2.1"));
    const before = await stored();
    await expect(scanNew(from("192.0.2.1"))).rejects.toMatchObject({ code: "limited", retryAfter: 1_200 });
    expect(await stored()).toBe(before);
    await expect(scanNew(from("192.0.2.2"))).resolves.toBeDefined();
    clock.pass(1_200_000);
    await expect(scanNew(from("192.0.2.1"))).resolves.toBeDefined();
  });

  test("another browser does not help, another address of the same IPv6 network neither", async () => {
    for (let asked = 0; asked < 3; asked += 1) {
      await scanNew(from(`2001:db8:1:2::${asked}`, visitor(house, `browser ${asked}`)));
    }
    await expect(scanNew(from("2001:db8:1:2:ffff::1"))).rejects.toMatchObject({ code: "limited" });
    await expect(scanNew(from("2001:db8:1:3::1"))).resolves.toBeDefined();
  });

  test("an account pays for itself, wherever it is", async () => {
    for (let asked = 0; asked < 5; asked += 1)
      await scanNew(from(`192.0.2.${asked}`, account(house, "jane")));
    await expect(scanNew(from("192.0.2.99", account(house, "jane")))).rejects.toMatchObject({
      code: "limited",
    });
  });

  test("one domain is not scanned without end, whoever asks; joining a fresh scan costs it nothing", async () => {
    const ask = (address: string) => startScan({ ctx: from(address), input: { domain: "target.com" } });
    await ask("198.51.100.1");
    expect(await ask("198.51.100.2")).toMatchObject({ joined: true });
    clock.pass(61_000);
    expect(await ask("198.51.100.3")).toMatchObject({ joined: false });
    clock.pass(61_000);
    await expect(ask("198.51.100.4")).rejects.toMatchObject({ code: "limited" });
    // The refusal gave back what the address had paid.
    for (let asked = 0; asked < 3; asked += 1) await scanNew(from("198.51.100.4"));
    await expect(scanNew(from("198.51.100.4"))).rejects.toMatchObject({ code: "limited" });
  });

  test("work that is refused for another reason costs nothing", async () => {
    for (let asked = 0; asked < 10; asked += 1) {
      const refused = startScan({ ctx: from("198.51.100.7"), input: { domain: "not a domain" } });
      await expect(refused).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(scanNew(from("198.51.100.7"))).resolves.toBeDefined();
  });

  test("a queue that is full takes no more, but for what a fresh scan answers and what workers ask", async () => {
    const waiting = await sql.query("SELECT count(*)::int AS n FROM scans WHERE status = 'pending'");
    const full = { ...house, limits: { ...house.limits, waitingScans: waiting.rows[0].n } };
    const { scan } = await startScan({ ctx: from("203.0.113.1"), input: { domain: "waits.com" } });
    const ctx = { ...from("203.0.113.2"), ...full };
    await expect(scanNew(ctx)).rejects.toMatchObject({ code: "limited", retryAfter: 60 });
    await expect(startScan({ ctx, input: { domain: "waits.com" } })).resolves.toMatchObject({
      joined: true,
      scan: { id: scan.id },
    });
    await expect(scanNew({ ...worker(house), ...full })).resolves.toBeDefined();
  });
});

describe("bounces", () => {
  const BOUNCE = "550 5.1.1 <jane@example.com>: Recipient address rejected: User unknown";
  const take = (ctx: ServiceContext, text = BOUNCE) => takeIn({ ctx, input: { text } });

  test("are paid for like scans, what cannot be read too, and who has nothing left is not read", async () => {
    const ctx = from("203.0.113.50");
    const broken = { name: "mails.zip", bytes: new TextEncoder().encode("PK\u0003\u0004 and no zip") };
    await expect(takeIn({ ctx, input: { files: [broken] } })).rejects.toMatchObject({ code: "invalid" });
    await take(ctx);
    await take(ctx);
    let read = 0;
    const counting: ServiceContext = {
      ...ctx,
      readBounces: order => {
        read += 1;
        return ctx.readBounces(order);
      },
    };
    await expect(take(counting)).rejects.toMatchObject({ code: "limited", retryAfter: 1_200 });
    expect(read).toBe(0);
  });

  test("wait in the same queue: when it is full they are refused, and count for scans", async () => {
    const { rows } = await sql.query(
      `SELECT (SELECT count(*) FROM scans WHERE status = 'pending')::int
        + (SELECT count(*) FROM bounces WHERE status = 'pending')::int AS n`,
    );
    const full = { limits: { ...house.limits, waitingScans: rows[0].n } };
    await expect(take({ ...from("203.0.113.51"), ...full })).rejects.toMatchObject({ retryAfter: 60 });
    await expect(scanNew({ ...from("203.0.113.51"), ...full })).rejects.toMatchObject({ retryAfter: 60 });
    await sql.query("UPDATE bounces SET status = 'done'");
    await expect(scanNew({ ...from("203.0.113.51"), ...full })).resolves.toBeDefined();
  });
});

test("looking something up on the blocklists is paid for like a scan, what cannot be looked up is not", async () => {
  const lookUp = (entry: string) => lookUpBlocklists({ ctx: from("203.0.113.40"), input: { entry } });
  for (let asked = 0; asked < 5; asked += 1) {
    await expect(lookUp("10.0.0.1")).rejects.toMatchObject({ code: "invalid" });
  }
  for (let asked = 0; asked < 3; asked += 1) await lookUp("example.com");
  await expect(lookUp("example.com")).rejects.toMatchObject({ code: "limited" });
  await expect(scanNew(from("203.0.113.40"))).rejects.toMatchObject({ code: "limited" });
});

describe("share links", () => {
  test("whoever tries links that do not exist is refused before the next one is looked at", async () => {
    const owner = from("203.0.113.10");
    const { scan } = await startScan({ ctx: owner, input: { domain: "example.com" } });
    await executeScan({ ctx: worker(house), input: { scanId: scan.id } });
    const { token } = await createShare({ ctx: owner, input: { scanId: scan.id } });
    const guesser = from("203.0.113.66");
    for (let tried = 0; tried < 3; tried += 1) {
      const guess = openShare({ ctx: guesser, input: { token: `${tried}`.padStart(22, "0") } });
      await expect(guess).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(openShare({ ctx: guesser, input: { token } })).rejects.toMatchObject({ code: "limited" });
    await expect(openShare({ ctx: from("203.0.113.11"), input: { token } })).resolves.toBeDefined();
    clock.pass(1_200_000);
    await expect(openShare({ ctx: guesser, input: { token } })).resolves.toBeDefined();
  });
});
