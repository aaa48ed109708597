import { Client } from "pg";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { BounceReport } from "#components/report/bounce/bounce-report.tsx";
import { readBounceInput } from "#lib/services/bounces/read.ts";
import { forgetBounceText } from "#lib/services/bounces/forget.ts";
import { getBounce } from "#lib/services/bounces/get.ts";
import { shareBounce } from "#lib/services/bounces/share.ts";
import { triageBounce } from "#lib/services/bounces/triage.ts";
import { openSharedReport } from "#lib/services/shares/open.ts";
import { bounceJson } from "#lib/triage/bounce-json.ts";
import { viewBounce } from "#lib/web/bounce-view/view-bounce.ts";
import { runWorker } from "#lib/worker/run-worker.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { openTestHouse, type TestHouse, visitor } from "../../support/test-house.ts";
import { CONTOSO, postfixBounce, SENDER } from "../../support/triage-worlds.ts";

/**
 * Two hundred words that name people, planted wherever a bounce can hold one. None may be found outside the private
 * part of the bounce: not in logs, not in jobs, not in what is shared or exported, and nowhere once it is forgotten.
 */
const KINDS = 8;
const BOUNCES = 25;
const canary = (bounce: number, kind: number): string => `canary${bounce}x${kind}zq`;
const canariesOf = (bounce: number): readonly string[] =>
  Array.from({ length: KINDS }, (_, kind) => canary(bounce, kind));
const ALL = Array.from({ length: BOUNCES }, (_, bounce) => canariesOf(bounce)).flat();

const bounceWith = (at: number): string => {
  const [recipient, sender, name, otherName, subject, id, copied, spoken] = canariesOf(at);
  return postfixBounce({
    to: [`${recipient}@contoso.com`],
    from: `${sender}@example.com`,
    messageId: `<${id}@example.com>`,
    toHeader: `"${name}, Zoe" <${recipient}@contoso.com>, ${copied}@contoso.com`,
    // What a server says of people it takes from the address or from the header.
    reply: `550 5.1.1 <${recipient}@contoso.com>: no mailbox for ${name}; try ${spoken}@contoso.com`,
  })
    .replace("Subject: Offer", `Subject: ${subject}`)
    .replace("From: Bob <", `From: ${otherName} Smith <`);
};

let house: TestHouse;
let sql: Client;
let ids: readonly string[];
const logged: string[] = [];
const owner = () => visitor(house, "owner-key");

/** Which canaries stand in a text. */
const found = (text: string): readonly string[] => ALL.filter(word => text.toLowerCase().includes(word));

const tables = async (): Promise<readonly string[]> => {
  const { rows } = await sql.query<{ name: string }>(
    "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'",
  );
  return rows.map(({ name }) => name);
};

beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  const zone = `${SENDER.replace('"v=spf1 mx -all"', '"v=spf1 exists:%{l}._spf.example.com mx -all"')}\n${CONTOSO}`;
  house = await openTestHouse({ url, zone });
  // A process of its own in production: with connections of its own.
  const working = await openTestHouse({ url, zone, role: "worker" });
  sql = new Client({ connectionString: url });
  await sql.connect();
  const worker = await runWorker({
    house: working,
    queue: working.queue,
    concurrency: 1,
    log: line => logged.push(line),
  });
  const made: string[] = [];
  for (let at = 0; at < BOUNCES; at += 1) {
    const read = await readBounceInput(owner(), { text: bounceWith(at) });
    if (read.kind === "many") throw new Error("one bounce at a time");
    made.push((await triageBounce({ ctx: owner(), input: { report: read.report } })).id);
  }
  ids = made;
  await vi.waitFor(
    async () => {
      const { rowCount } = await sql.query("SELECT FROM bounces WHERE status <> 'done'");
      if (rowCount !== 0) throw new Error(`${rowCount} bounces are not examined yet`);
    },
    { timeout: 90_000, interval: 200 },
  );
  await worker.stop();
  await working.close();
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

describe("two hundred people in twenty-five bounces", () => {
  test("the owner sees each of them, so that looking for them means something", async () => {
    expect(ALL).toHaveLength(200);
    const own = await Promise.all(ids.map(id => getBounce({ ctx: owner(), input: { id } })));
    expect(found(JSON.stringify(own))).toEqual(ALL);
  });

  test("no line of the log names one", () => {
    expect(found(logged.join("\n"))).toEqual([]);
  });

  test("no row of any other table names one, jobs included", async () => {
    for (const table of await tables()) {
      if (table === "public.bounces") continue;
      const { rows } = await sql.query<{ row: string }>(`SELECT t::text AS row FROM ${table} AS t`);
      expect(found(rows.map(({ row }) => row).join("\n")), table).toEqual([]);
    }
  });

  test("the columns that stay name none", async () => {
    const { rows } = await sql.query<{ row: string }>(
      "SELECT (to_jsonb(b) - 'raw_text' - 'private_report')::text AS row FROM bounces AS b",
    );
    expect(rows).toHaveLength(BOUNCES);
    expect(found(rows.map(({ row }) => row).join("\n"))).toEqual([]);
  });

  test("no shared page and no export of one names one", async () => {
    for (const id of ids) {
      const { token } = await shareBounce({ ctx: owner(), input: { id } });
      const opened = await openSharedReport({ ctx: visitor(house, null), input: { token } });
      if (!("bounce" in opened)) throw new Error("this link opens no bounce");
      const bounce = viewBounce(opened.bounce, { now: house.clock.now() });
      const page = renderToStaticMarkup(createElement(BounceReport, { bounce, reader: "other" }));
      expect(page).toContain("contoso.com");
      expect(found(page)).toEqual([]);
      expect(found(JSON.stringify(bounceJson(opened.bounce.triage)))).toEqual([]);
    }
  });

  test("once they are forgotten, no row of any table names one", async () => {
    for (const id of ids) await forgetBounceText({ ctx: owner(), input: { id } });
    for (const table of await tables()) {
      const { rows } = await sql.query<{ row: string }>(`SELECT t::text AS row FROM ${table} AS t`);
      expect(found(rows.map(({ row }) => row).join("\n")), table).toEqual([]);
    }
  });
});
