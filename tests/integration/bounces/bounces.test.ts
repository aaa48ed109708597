import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { abandonBounce, executeBounce } from "#lib/services/bounces/execute.ts";
import { deleteBounce } from "#lib/services/bounces/delete.ts";
import { type BounceNews, followBounce } from "#lib/services/bounces/follow.ts";
import { forgetBounceText } from "#lib/services/bounces/forget.ts";
import { getBounce } from "#lib/services/bounces/get.ts";
import { readBounceInput } from "#lib/services/bounces/read.ts";
import { shareBounce } from "#lib/services/bounces/share.ts";
import { stateAboutBounce } from "#lib/services/bounces/state.ts";
import { triageBounce } from "#lib/services/bounces/triage.ts";
import { takeIn } from "#lib/services/intake/take-in.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { openSharedReport, openShare } from "#lib/services/shares/open.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { joinEvidence } from "#lib/triage/join-evidence.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { account, type TestHouse, visitor, worker } from "../../support/test-house.ts";
import { contoso, postfixBounce, SENDER } from "../../support/triage-worlds.ts";

const MOVED = `${SENDER}\n${contoso("@ IN MX 1 smtp.google.com.")}`;

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"), { zone: MOVED });
  ({ house, sql } = world);
});

afterAll(() => world.close());

const owner = () => visitor(house, "owner-key");
const stranger = () => visitor(house, "stranger-key");

async function stored(text = postfixBounce()): Promise<string> {
  const read = await readBounceInput(owner(), { text });
  if (read.kind === "many") throw new Error("there is more than one bounce in this text");
  return (await triageBounce({ ctx: owner(), input: { report: read.report } })).id;
}

const examine = (bounceId: string) => executeBounce({ ctx: worker(house), input: { bounceId } });
const get = (id: string, ctx = owner()) => getBounce({ ctx, input: { id } });
const row = async (id: string) => (await sql.query("SELECT * FROM bounces WHERE id = $1", [id])).rows[0];

const take = (text: string) => takeIn({ ctx: owner(), input: { text } });
const file = (name: string) => ({ name, bytes: new TextEncoder().encode(postfixBounce()) });
/** A worker, so many days from now. */
const workerIn = (days: number) => ({
  ...worker(house),
  clock: { ...systemClock, now: () => new Date(Date.now() + days * 86_400_000) },
});

describe("handing in", () => {
  test("stores the bounce, scans of both domains with their hints, and the job, together", async () => {
    const id = await stored();
    const bounce = await get(id);
    expect(bounce).toMatchObject({
      status: "pending",
      senderDomain: "example.com",
      recipientDomain: "contoso.com",
      cause: "recipient_unknown",
      mine: true,
    });
    const { rows: scans } = await sql.query(
      "SELECT domain, hints FROM scans WHERE id = ANY($1) ORDER BY domain",
      [[bounce.senderScanId, ...bounce.recipientScanIds]],
    );
    expect(scans).toEqual([
      { domain: "contoso.com", hints: { selectors: [], sendingAddresses: [] } },
      { domain: "example.com", hints: { selectors: ["mail"], sendingAddresses: ["192.0.2.25"] } },
    ]);
    const { rows: jobs } = await sql.query(
      "SELECT data FROM pgboss.job WHERE name = 'bounce' AND data->>'bounceId' = $1",
      [id],
    );
    expect(jobs).toEqual([{ data: { bounceId: id } }]);
  });

  test("asks about the domain of every recipient, and keeps the scans in the order of the report", async () => {
    const to = ["a@contoso.com", "b@other.example", "c@contoso.com"];
    const { recipientScanIds, recipientDomain } = await get(await stored(postfixBounce({ to })));
    expect(recipientDomain).toBe("contoso.com");
    const { rows } = await sql.query(
      "SELECT domain FROM scans WHERE id = ANY($1) ORDER BY array_position($1::text[], id)",
      [recipientScanIds],
    );
    expect(rows.map(({ domain }) => domain)).toEqual(["contoso.com", "other.example"]);
  });

  test("the same domain within a minute is one scan", async () => {
    const [one, other] = [await get(await stored()), await get(await stored())];
    expect(other.recipientScanIds).toEqual(one.recipientScanIds);
    expect(other.senderScanId).toBe(one.senderScanId);
  });

  test("whoever asks for too much is refused, and nothing of it is stored", async () => {
    const ctx = {
      ...owner(),
      clientAddress: parseIpAddress("203.0.113.50"),
      limits: { ...house.limits, workPerAddress: { burst: 1, periodSeconds: 3_600 } },
    };
    const read = await readBounceInput(ctx, { text: postfixBounce({ from: "x@greedy.net" }) });
    if (read.kind === "many") throw new Error("one only");
    const again = () => triageBounce({ ctx, input: { report: read.report } });
    await again();
    await expect(again()).rejects.toMatchObject({ code: "limited", retryAfter: expect.any(Number) });
    const { rows } = await sql.query("SELECT id FROM bounces WHERE sender_domain = 'greedy.net'");
    expect(rows).toHaveLength(1);
  });

  test("a domain that was scanned too often does not stop a bounce: it goes without that scan", async () => {
    const ctx = {
      ...owner(),
      limits: { ...house.limits, scansPerDomain: { burst: 1, periodSeconds: 3_600 } },
    };
    const bounces = [];
    for (const selector of ["a", "b", "c"]) {
      const read = await readBounceInput(ctx, {
        text: postfixBounce({ from: "x@limited.net", dkim: `d=limited.net; s=${selector}` }),
      });
      if (read.kind === "one") bounces.push(await triageBounce({ ctx, input: { report: read.report } }));
    }
    expect(bounces.map(({ senderScanId }) => senderScanId !== null)).toEqual([true, false, false]);
  });

  test.each([
    ["", "Paste a bounce"],
    ["   \n ", "Paste a bounce"],
  ])("“%s” is refused", async (text, words) => {
    await expect(readBounceInput(owner(), { text })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(words),
    });
  });

  test("an archive in an archive is refused with the reason", async () => {
    const bytes = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]);
    await expect(readBounceInput(owner(), { files: [{ name: "x.gz", bytes }] })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("the one box", () => {
  test.each([
    ["example.com", "scan"],
    ["jane.doe@contoso.com", "scan"],
    ["https://example.com/mail", "scan"],
    ["550 5.4.1 Recipient address rejected: Access denied", "bounce"],
    ["5.4.1", "bounce"],
    [postfixBounce(), "bounce"],
    ["550 5.1.1 <a@contoso.com> unknown\n550 5.1.1 <b@contoso.com> unknown\n", "batch"],
  ])("%j is a %s", async (text, kind) => {
    expect((await take(text)).kind).toBe(kind);
  });

  test.each(["hello there", "what is wrong with my mail"])(
    "“%s” is none of them and gets an answer",
    async text => {
      await expect(take(text)).rejects.toMatchObject({ code: "invalid", field: "text" });
    },
  );

  test("several files are a batch, one is a bounce, an empty file field is none", async () => {
    const one = await takeIn({ ctx: owner(), input: { files: [file("a.eml")] } });
    const two = await takeIn({ ctx: owner(), input: { files: [file("a.eml"), file("b.eml")] } });
    const none = await takeIn({
      ctx: owner(),
      input: { text: "example.com", files: [{ name: "", bytes: new Uint8Array() }] },
    });
    expect([one.kind, two.kind, none.kind]).toEqual(["bounce", "batch", "scan"]);
  });
});

describe("gathering evidence", () => {
  test("stores it in both forms; the causes follow", async () => {
    const id = await stored();
    expect(await examine(id)).toBe("stored");
    const { status, cause, triage } = await get(id);
    expect({ status, cause }).toEqual({ status: "done", cause: "stale_route" });
    const joined = joinEvidence(triage.report, triage);
    expect(joined.failures[0]?.failure).toMatchObject({ addressDead: "no", party: "sender_admin" });
    expect(joined.failures[0]?.failure.causes[0]?.for.map(({ code }) => code)).toContain(
      "mx-is-not-microsoft",
    );
    const others = await get(id, stranger());
    expect(others.triage.evidence?.recipients[0]?.route).toEqual(triage.evidence?.recipients[0]?.route);
  });

  test("once only, however often it is asked for", async () => {
    const id = await stored();
    const answers = await Promise.all([examine(id), examine(id), examine(id)]);
    expect(answers.filter(one => one === "stored")).toHaveLength(1);
    expect(await examine(id)).toBe("superfluous");
  });

  test("by workers only", async () => {
    const id = await stored();
    await expect(executeBounce({ ctx: owner(), input: { bounceId: id } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("that crashes again and again: the report from the mail stays", async () => {
    const id = await stored();
    const broken = { ...worker(house), examineBounce: () => Promise.reject(new Error("a bug")) };
    await expect(executeBounce({ ctx: broken, input: { bounceId: id } })).rejects.toThrow("a bug");
    await abandonBounce({ ctx: worker(house), input: { bounceId: id } });
    expect(await get(id)).toMatchObject({ status: "failed", failure: "crashed", cause: "recipient_unknown" });
  });

  test("a mail that tells of no failure has none to look at", async () => {
    const id = await stored(
      "Auto-Submitted: auto-replied\nFrom: jane@contoso.com\nSubject: Out of office\nContent-Type: text/plain\n\nI am away until Monday.\n",
    );
    expect(await get(id)).toMatchObject({ cause: null, senderScanId: null, recipientScanIds: [] });
    expect(await examine(id)).toBe("stored");
    expect((await get(id)).triage.report.event).toBe("auto_reply");
  });
});

describe("following", () => {
  test("tells what moves, and ends when nothing more can come", async () => {
    const id = await stored(postfixBounce({ dkim: "d=example.com; s=follow" }));
    const news: BounceNews[] = [];
    const following = (async () => {
      const { signal } = new AbortController();
      for await (const one of followBounce({ ctx: owner(), input: { id }, signal })) news.push(one);
    })();
    const { senderScanId, recipientScanIds } = await get(id);
    await examine(id);
    for (const scanId of [senderScanId, ...recipientScanIds]) {
      if (scanId !== null) await executeScan({ ctx: worker(house), input: { scanId } });
    }
    await following;
    expect(news[0]).toEqual({ type: "moved", evidence: false, scans: expect.any(Number) });
    expect(news.at(-1)).toEqual({ type: "ended" });
    expect((await get(id)).scans).toMatchObject({
      sender: { status: "done" },
      recipients: [{ status: "done" }],
    });
  });

  test("what is not there: not-found", async () => {
    const { signal } = new AbortController();
    const following = followBounce({ ctx: owner(), input: { id: "0".repeat(22) }, signal });
    await expect(following.next()).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("what people know", () => {
  test("ranks the causes, in both forms, and survives the evidence", async () => {
    const id = await stored();
    await stateAboutBounce({
      ctx: owner(),
      input: { id, statements: ["user-sent-it", "internal-mail-works"] },
    });
    await examine(id);
    const { triage } = await get(id);
    expect(triage.statements).toEqual(["internal-mail-works", "user-sent-it"]);
    expect((await get(id, stranger())).triage.statements).toEqual(triage.statements);
    expect(triage.evidence).not.toBeNull();
  });

  test("of two that contradict each other the later one counts", async () => {
    const id = await stored();
    await stateAboutBounce({
      ctx: owner(),
      input: { id, statements: ["user-sent-it", "user-did-not-send-it"] },
    });
    expect((await get(id)).triage.statements).toEqual(["user-did-not-send-it"]);
    expect((await get(id)).cause).toBe("forged_sender");
  });

  test("only the owner may tell", async () => {
    const id = await stored();
    const input = { id, statements: ["no-message-trace"] as const };
    await expect(
      stateAboutBounce({ ctx: stranger(), input: { ...input, statements: [...input.statements] } }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("who may see what", () => {
  test("the owner sees people; whoever has the address of the page does not", async () => {
    const id = await stored();
    const [mine, theirs] = [await get(id), await get(id, stranger())];
    expect(mine.triage.report.failures[0]?.recipient).toBe("jane.doe@contoso.com");
    expect(mine.triage.report.text).toContain("This is the mail system at host out.example.com.");
    expect(mine.privateUntil?.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(theirs).toMatchObject({ mine: false, privateUntil: null });
    expect(theirs.triage.report.failures[0]?.recipient).toBe("…@contoso.com");
    expect(JSON.stringify(theirs)).not.toContain("jane");
  });

  test("what nobody could ever read again is not kept", async () => {
    const read = await readBounceInput(visitor(house, null), { text: postfixBounce() });
    if (read.kind === "many") throw new Error("one only");
    const { id } = await triageBounce({ ctx: visitor(house, null), input: { report: read.report } });
    expect(await row(id)).toMatchObject({ raw_text: null, private_report: null, raw_expires_at: null });
  });

  test("what a browser handed in is an account's once that claimed it, and no other's", async () => {
    await sql.query("INSERT INTO users (id, email) VALUES ('u1', 'u1@example.org')");
    const read = await readBounceInput(owner(), { text: postfixBounce() });
    if (read.kind === "many") throw new Error("one only");
    const { id } = await triageBounce({ ctx: account(house, "u1"), input: { report: read.report } });
    expect((await get(id, account(house, "u1"))).mine).toBe(true);
    expect((await get(id, account(house, "u2"))).mine).toBe(false);
    expect((await get(id)).mine).toBe(false);
  });
});

describe("forgetting", () => {
  test("on demand: text and people are gone for the owner, too; the report stays", async () => {
    const id = await stored();
    await examine(id);
    await forgetBounceText({ ctx: owner(), input: { id } });
    const bounce = await get(id);
    expect(bounce).toMatchObject({ mine: true, privateUntil: null, cause: "stale_route" });
    expect(bounce.triage.report.failures[0]?.recipient).toBe("…@contoso.com");
    expect(JSON.stringify(await row(id))).not.toContain("jane");
  });

  test("while a worker is at it: nothing comes back", async () => {
    const id = await stored();
    const slow = {
      ...worker(house),
      examineBounce: async (report: Parameters<typeof house.examineBounce>[0]) => {
        await forgetBounceText({ ctx: owner(), input: { id } });
        return house.examineBounce(report);
      },
    };
    expect(await executeBounce({ ctx: slow, input: { bounceId: id } })).toBe("stored");
    expect((await get(id)).triage.evidence).not.toBeNull();
    expect(JSON.stringify(await row(id))).not.toContain("jane");
  });

  test("by others: not-found, and nothing happens", async () => {
    const id = await stored();
    await expect(forgetBounceText({ ctx: stranger(), input: { id } })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await get(id)).triage.report.text).not.toBe("");
  });

  test("after thirty days, by the upkeep", async () => {
    const id = await stored();
    await keepUp({ ctx: workerIn(29) });
    expect((await row(id)).raw_text).not.toBeNull();
    await keepUp({ ctx: workerIn(31) });
    expect(await row(id)).toMatchObject({ raw_text: null, private_report: null });
  });

  test("deleting takes the links along", async () => {
    const id = await stored();
    await examine(id);
    const { token } = await shareBounce({ ctx: owner(), input: { id } });
    await expect(deleteBounce({ ctx: stranger(), input: { id } })).rejects.toMatchObject({
      code: "not-found",
    });
    await deleteBounce({ ctx: owner(), input: { id } });
    await expect(get(id)).rejects.toMatchObject({ code: "not-found" });
    await expect(openSharedReport({ ctx: stranger(), input: { token } })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("sharing", () => {
  test("opens for whoever holds the link, without the people, also for the owner", async () => {
    const id = await stored();
    await examine(id);
    const { token } = await shareBounce({ ctx: owner(), input: { id, note: "Please have a look." } });
    for (const ctx of [stranger(), owner()]) {
      const opened = await openSharedReport({ ctx, input: { token } });
      if (!("bounce" in opened)) throw new Error("not a bounce");
      expect(opened.share.note).toBe("Please have a look.");
      expect(opened.bounce.triage.removed).not.toEqual([]);
      expect(JSON.stringify(opened.bounce)).not.toContain("jane");
    }
    // A link to a bounce opens no scan.
    await expect(openShare({ ctx: owner(), input: { token } })).rejects.toMatchObject({ code: "not-found" });
  });

  test("by the owner only, and once it is finished", async () => {
    const id = await stored();
    await expect(shareBounce({ ctx: owner(), input: { id } })).rejects.toMatchObject({ code: "conflict" });
    await examine(id);
    await expect(shareBounce({ ctx: stranger(), input: { id } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
