import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ServiceContext } from "#lib/services/context.ts";
import { executeBatch } from "#lib/services/batches/execute.ts";
import { scanBatchDomains } from "#lib/services/batches/scan-domains.ts";
import { startBatch } from "#lib/services/batches/start.ts";
import { summariseBatch } from "#lib/services/batches/summarise.ts";
import { NO_LIMITS } from "#lib/services/limits/policy.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { readFilesInThread } from "#lib/worker/batch-reader/read-files.ts";
import { storeAccount } from "../../support/account.ts";
import { logLine, SAID } from "../../support/bounce-log.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";

/** An upload asks other people's servers no more than whoever uploaded it may: every scan is paid for. */

const HOUR = 3_600;

let house: TestHouse;
let url: string;

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({
    url,
    limits: {
      workPerAccount: { burst: 400, periodSeconds: HOUR },
      workPerAddress: { burst: 130, periodSeconds: HOUR },
    },
  });
});

afterAll(() => house.close());

/** A batch with so many domains, uploaded and read. */
async function batchOf(domains: number, ctx: ServiceContext) {
  const text = Array.from({ length: domains }, (_, at) =>
    logLine(`x@d${at}.example`, "bounced", SAID.directory, at),
  ).join("");
  const files = [{ name: "mail.log", bytes: Buffer.from(text) }];
  const { id } = await startBatch({ ctx, input: { files } });
  const signal = new AbortController().signal;
  await executeBatch({
    ctx: worker(house),
    input: { batchId: id },
    signal,
    readFiles: readFilesInThread,
  });
  const { scans, unscanned } = await summariseBatch({ ctx, input: { id } });
  return { id, asked: scans.length, unscanned };
}

test("an account has all domains scanned as long as it can pay for all, and else the fifty of the upload", async () => {
  const userId = await storeAccount(url);
  const jane = account(house, userId);
  // 400: the upload takes 50, its other 150 domains 150 more.
  expect(await batchOf(200, jane)).toMatchObject({ asked: 200, unscanned: 0 });
  // 200 left: 50 and 151 are too many.
  expect(await batchOf(201, jane)).toMatchObject({ asked: 50, unscanned: 151 });
});

test("anybody else gets fifty, and pays for each one more", async () => {
  const address = parseIpAddress("203.0.113.7");
  const ctx = { ...visitor(house, "a browser"), clientAddress: address };
  const { id, ...batch } = await batchOf(90, ctx);
  expect(batch).toEqual({ asked: 50, unscanned: 40 });
  expect(await scanBatchDomains({ ctx, input: { id } })).toBe(40);
  // 130 less 50 and 40.
  await expect(batchOf(1, ctx)).rejects.toMatchObject({ code: "limited" });
});

test("of one batch no more than a thousand are scanned, whoever pays", async () => {
  const userId = await storeAccount(url);
  const ctx = { ...account(house, userId), limits: NO_LIMITS };
  // The account's bucket is full: what costs more than that takes all of it and leaves a debt.
  const { id, asked, unscanned } = await batchOf(1_003, ctx);
  expect([asked, unscanned]).toEqual([1_000, 3]);
  expect(await scanBatchDomains({ ctx, input: { id } })).toBe(0);
});
