import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addWebhook } from "#lib/services/alerts/channels/add-webhook.ts";
import { rotateSecret } from "#lib/services/alerts/channels/rotate-secret.ts";
import { switchChannelOn } from "#lib/services/alerts/channels/switch.ts";
import { testChannel } from "#lib/services/alerts/channels/test.ts";
import { WebhookEvent } from "#lib/services/alerts/webhooks/webhook-event.ts";
import { alertWorld, DAY, HOUR, MINUTE, type WatchedDomain } from "../../support/alert-world.ts";

const world = alertWorld();
const URL_OF_HOOK = "https://hooks.example.com/alerts?team=mail";

interface Scene {
  readonly owner: string;
  readonly secret: string;
  readonly channelId: string;
  readonly monitor: WatchedDomain;
}

/** An account with a webhook and a proven domain. */
async function scene(email?: string): Promise<Scene> {
  const owner = await world.newAccount(email);
  const { secret } = await addWebhook({ ctx: world.as(owner), input: { url: URL_OF_HOOK } });
  const { rows } = await world.sql.query(
    "SELECT id FROM alert_channels WHERE owner_id = $1 AND kind = 'webhook'",
    [owner],
  );
  const monitor = await world.watch(owner, "contoso.com", { proven: true });
  return { owner, secret, channelId: rows[0].id, monitor };
}

const channelRow = async (id: string) =>
  (await world.sql.query("SELECT * FROM alert_channels WHERE id = $1", [id])).rows[0];

/** What has become of the messages to a channel. */
const messagesTo = async (channelId: string) =>
  (
    await world.sql.query(
      "SELECT sent_at, given_up_at, attempts, last_error, next_attempt_at FROM outbox WHERE channel_id = $1 ORDER BY created_at",
      [channelId],
    )
  ).rows;

const idsReceived = () => world.webhook.received.map(({ headers }) => headers["mailtriage-id"]);

describe("a message", () => {
  test("is signed JSON of a known shape, with the same id in body and header", async () => {
    const { secret, monitor } = await scene();
    await world.change(monitor, [
      { checkId: "dmarc-policy", sentence: "DMARC policy went from quarantine to none", direction: "worse" },
      { checkId: "spf-lookup-limit", sentence: "SPF now needs 8 lookups (11 before)", direction: "better" },
    ]);
    await world.deliverDue();
    const [request] = world.webhook.received;
    expect(request?.path).toBe("/alerts?team=mail");
    const { headers = {}, body = "" } = request ?? {};
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "Mailtriage-Webhook/1",
      host: "hooks.example.com",
    });
    const event = WebhookEvent.parse(JSON.parse(body));
    expect(event).toMatchObject({
      schema: "mailtriage.webhook/1",
      id: headers["mailtriage-id"],
      type: "monitor.changed",
      domain: "contoso.com",
      occurredAt: world.clock.now().toISOString(),
      changes: [
        { check: "dmarc-policy", direction: "worse", sentence: "DMARC policy went from quarantine to none" },
        { check: "spf-lookup-limit", direction: "better", sentence: "SPF now needs 8 lookups (11 before)" },
      ],
      links: { monitor: `https://mailtriage.example.com/account/watched/${monitor.id}` },
    });
    const [, seconds = "", signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers["mailtriage-signature"] ?? "") ?? [];
    expect(Number(seconds)).toBe(Math.floor(world.clock.now().getTime() / 1_000));
    expect(signature).toBe(createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
  });

  test("of every kind has the published shape", async () => {
    const { channelId, owner, monitor } = await scene();
    await world.fail(monitor);
    for (let n = 0; n < 7; n += 1)
      await world.change(await world.watch(owner, `k${n}.com`, { proven: true }));
    world.clock.pass(HOUR);
    void testChannel({ ctx: world.as(owner), input: { id: channelId }, waitMs: 0 });
    await expect.poll(async () => (await messagesTo(channelId)).length).toBe(8);
    await world.deliverDue();
    const types = world.webhook.received.map(({ body }) => WebhookEvent.parse(JSON.parse(body)).type);
    expect(new Set(types)).toEqual(new Set(["monitor.changed", "monitor.unverifiable", "digest", "ping"]));
    const text = JSON.stringify(world.webhook.received);
    expect(text).not.toContain("whsec_");
  });

  test("is signed with the new secret once there is one", async () => {
    const { owner, secret, channelId, monitor } = await scene();
    const changed = await rotateSecret({ ctx: world.as(owner), input: { id: channelId } });
    expect(changed.secret).not.toBe(secret);
    await world.change(monitor);
    await world.deliverDue();
    const { headers = {}, body = "" } = world.webhook.received[0] ?? {};
    const [t = "", v1 = ""] = (headers["mailtriage-signature"] ?? "").split(",");
    const signed = `${t.slice(2)}.${body}`;
    expect(v1).toBe(`v1=${createHmac("sha256", changed.secret).update(signed).digest("hex")}`);
  });

  test("is not sent with a signature that nobody could verify, when the secret of the house was changed", async () => {
    const { channelId, monitor } = await scene();
    await world.change(monitor);
    await world.deliverDue({ ...world.worker(), secret: "another secret of the same installation" });
    expect(world.webhook.received).toHaveLength(0);
    expect((await channelRow(channelId)).last_error).toContain("Make a new one");
  });
});

describe("when the webhook", () => {
  test("fails half of the time: every message arrives, under one id each", async () => {
    const { owner, channelId } = await scene();
    world.webhook.answer((_request, nth) => ({ status: nth % 2 === 1 ? 500 : 200 }));
    for (let n = 0; n < 20; n += 1) {
      await world.change(await world.watch(owner, `half${n}.com`, { proven: true }));
      world.clock.pass(20 * MINUTE);
      await world.deliverDue();
    }
    world.clock.pass(DAY);
    await world.deliverDue();
    const messages = await messagesTo(channelId);
    expect(messages.every(({ sent_at }) => sent_at !== null)).toBe(true);
    const told = world.webhook.received.map(({ body }) => WebhookEvent.parse(JSON.parse(body)));
    const domains = new Set(
      told.flatMap(event => (event.type === "digest" ? event.alerts.map(one => one.domain) : event.domain)),
    );
    expect(domains.size).toBe(20);
    expect(new Set(idsReceived()).size).toBe(messages.length);
    expect(idsReceived().length).toBeGreaterThan(messages.length);
    expect((await channelRow(channelId)).failing_since).toBeNull();
  });

  test("keeps failing: six attempts, later and later, then the message is given up", async () => {
    const { channelId, monitor } = await scene();
    world.webhook.answer(() => ({ status: 500, body: "broken\u202Egnp" }));
    await world.change(monitor);
    const pauses: number[] = [];
    for (;;) {
      await world.deliverDue();
      const [message] = await messagesTo(channelId);
      if (message.given_up_at !== null) break;
      const pause = message.next_attempt_at.getTime() - world.clock.now().getTime();
      pauses.push(pause / 1_000);
      world.clock.pass(pause);
    }
    expect(pauses).toEqual([30, 120, 600, 3_600, 21_600]);
    expect(world.webhook.received).toHaveLength(6);
    expect(new Set(idsReceived()).size).toBe(1);
    const row = await channelRow(channelId);
    expect(row).toMatchObject({ failures: 1, last_error: "It answered 500." });
    expect(row.last_answer).toBe("500 broken⟨U+202E⟩gnp");
    expect(row.disabled_at).toBeNull();
  });

  test("asks for time, gets it, but no more than six hours", async () => {
    const { channelId, monitor } = await scene();
    const next = async (): Promise<number> => {
      await world.deliverDue();
      const pause = (await messagesTo(channelId))[0].next_attempt_at.getTime() - world.clock.now().getTime();
      world.clock.pass(pause);
      return pause / 1_000;
    };
    await world.change(monitor);
    world.webhook.answer(() => ({ status: 429, headers: { "retry-after": "900" } }));
    expect(await next()).toBe(900);
    const later = new Date(Math.ceil(world.clock.now().getTime() / 1_000) * 1_000 + HOUR);
    world.webhook.answer(() => ({ status: 429, headers: { "retry-after": later.toUTCString() } }));
    expect(await next()).toBeGreaterThanOrEqual(3_600);
    world.webhook.answer(() => ({ status: 429, headers: { "retry-after": "99999999" } }));
    expect(await next()).toBe(21_600);
    world.webhook.answer(() => ({ status: 429, headers: { "retry-after": "soon" } }));
    expect(await next()).toBe(3_600);
  });

  test("sends elsewhere, nobody goes there", async () => {
    const { channelId, monitor } = await scene();
    world.webhook.answer(() => ({ status: 302, headers: { location: "https://hooks.example.com/inside" } }));
    await world.change(monitor);
    await world.deliverDue();
    expect(world.webhook.received.map(({ path }) => path)).toEqual(["/alerts?team=mail"]);
    expect((await channelRow(channelId)).last_error).toContain("Redirects are not followed");
  });

  test("says that it is gone: switched off at once, its owner is told, nothing more is sent", async () => {
    const { channelId, monitor } = await scene("gone@example.com");
    world.webhook.answer(() => ({ status: 410 }));
    await world.change(monitor);
    await world.deliverDue();
    expect(await channelRow(channelId)).toMatchObject({ disabled_by: "gone" });
    const notice = world.mails.mails.find(({ subject }) => subject?.includes("switched off"));
    expect(notice).toMatchObject({
      to: [{ address: "gone@example.com" }],
      subject: "Alerts to your webhook at hooks.example.com were switched off",
    });
    await world.change(monitor);
    await world.deliverDue();
    expect(world.webhook.received).toHaveLength(1);
  });

  test("loses twenty messages in a row: switched off, told, and on again by hand", {
    timeout: 60_000,
  }, async () => {
    const { owner, channelId, monitor } = await scene("lost@example.com");
    await world.sql.query("UPDATE alert_channels SET failures = 18, failing_since = $2 WHERE id = $1", [
      channelId,
      world.clock.now(),
    ]);
    world.webhook.answer(() => null);
    for (let lost = 19; lost <= 20; lost += 1) {
      await world.change(monitor);
      for (const pause of [0, 30, 120, 600, 3_600, 21_600]) {
        world.clock.pass(pause * 1_000);
        await world.deliverDue();
      }
      const row = await channelRow(channelId);
      expect(row.failures).toBe(lost);
      expect(row.disabled_by).toBe(lost === 20 ? "failures" : null);
    }
    expect(world.mails.mails.filter(({ subject }) => subject?.includes("switched off"))).toHaveLength(1);
    await switchChannelOn({ ctx: world.as(owner), input: { id: channelId, site: "https://m.example.com" } });
    world.webhook.answer(() => ({ status: 200 }));
    await world.change(monitor);
    await world.deliverDue();
    expect(await channelRow(channelId)).toMatchObject({
      failures: 0,
      disabled_at: null,
      failing_since: null,
    });
  });

  test("has been failing for three days: three lost messages are enough", async () => {
    const { channelId, monitor } = await scene();
    await world.sql.query("UPDATE alert_channels SET failures = 2, failing_since = $2 WHERE id = $1", [
      channelId,
      new Date(world.clock.now().getTime() - 3 * DAY),
    ]);
    world.webhook.answer(() => ({ status: 500 }));
    await world.change(monitor);
    for (const pause of [0, 30, 120, 600, 3_600, 21_600]) {
      world.clock.pass(pause * 1_000);
      await world.deliverDue();
    }
    expect(await channelRow(channelId)).toMatchObject({ failures: 3, disabled_by: "failures" });
  });
});

describe("a test", () => {
  test("is one attempt, and says how it went", async () => {
    const { owner, channelId } = await scene();
    const outcome = async () => {
      const waiting = testChannel({ ctx: world.as(owner), input: { id: channelId }, waitMs: 5_000 });
      await expect.poll(() => world.deliverDue()).toHaveLength(1);
      return waiting;
    };
    expect(await outcome()).toEqual({ outcome: "arrived" });
    world.clock.pass(MINUTE);
    world.webhook.answer(() => ({ status: 404, body: "no such hook" }));
    expect(await outcome()).toEqual({ outcome: "failed", reason: "It answered 404." });
    expect(world.webhook.received).toHaveLength(2);
    expect(WebhookEvent.parse(JSON.parse(world.webhook.received[0]?.body ?? "")).type).toBe("ping");
  });

  test("without a worker is on its way, and pressing again at once sends no other", async () => {
    const { owner, channelId } = await scene();
    const ctx = world.as(owner);
    expect(await testChannel({ ctx, input: { id: channelId }, waitMs: 0 })).toEqual({
      outcome: "on-its-way",
    });
    await testChannel({ ctx, input: { id: channelId }, waitMs: 0 });
    await world.deliverDue();
    expect(world.webhook.received).toHaveLength(1);
  });
});

test("a worker that dies after the webhook took it: it comes again under the same id", async () => {
  const { monitor } = await scene();
  await world.change(monitor);
  const dies = world.worker();
  void world
    .deliverDue({
      ...dies,
      egress: {
        ...dies.egress,
        async request(url, request, limits) {
          await dies.egress.request(url, request, limits);
          return new Promise(() => {});
        },
      },
    })
    .catch(() => {});
  await expect.poll(() => world.webhook.received.length).toBe(1);
  world.clock.pass(2 * MINUTE);
  await world.deliverDue();
  expect(world.webhook.received).toHaveLength(2);
  const [first, second] = idsReceived();
  expect(second).toBe(first);
  const [one, other] = world.webhook.received.map(({ body }) => body);
  expect(other).toBe(one);
});

test("several workers at once make one delivery", async () => {
  const { owner } = await scene();
  for (let n = 0; n < 4; n += 1) await world.change(await world.watch(owner, `w${n}.com`, { proven: true }));
  await Promise.all([world.deliverDue(), world.deliverDue(), world.deliverDue()]);
  expect(world.webhook.received).toHaveLength(4);
  expect(new Set(idsReceived()).size).toBe(4);
});
