import { describe, expect, test } from "vitest";
import { addAddress } from "#lib/services/alerts/channels/add-address.ts";
import { addWebhook } from "#lib/services/alerts/channels/add-webhook.ts";
import { agreeToAlerts } from "#lib/services/alerts/channels/confirm-address.ts";
import { switchChannelOff, switchChannelOn } from "#lib/services/alerts/channels/switch.ts";
import { raiseAlert } from "#lib/services/alerts/raise.ts";
import { fixedClock } from "../../support/fixed-clock.ts";
import { alertWorld, HOUR, MINUTE, WORSE } from "../../support/alert-world.ts";

const world = alertWorld();
const SITE = "https://mailtriage.example.com";

/** An address that has agreed, from the link in the mail it got. */
async function agree(ownerId: string, address: string): Promise<void> {
  await addAddress({ ctx: world.as(ownerId), input: { address, site: SITE } });
  await world.deliverDue();
  const mail = world.mails.mails.findLast(({ to }) => to?.[0]?.address === address);
  const token = /confirm\?token=([\w-]+)/u.exec(mail?.text ?? "")?.[1] ?? "";
  await agreeToAlerts({ ctx: world.as(ownerId), input: { token } });
}

/** As workers do it: several at once, but not all. */
async function byFives<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += 5) await Promise.all(items.slice(at, at + 5).map(work));
}

const recipients = () => world.mails.mails.map(({ to }) => to?.[0]?.address);
const subjects = () => world.mails.mails.map(({ subject }) => subject);

describe("a change", () => {
  test("reaches the address of the account, once, however often it is raised", async () => {
    const owner = await world.newAccount("jane@example.com");
    const monitor = await world.watch(owner, "contoso.com");
    await world.change(monitor);
    await world.deliverDue();
    expect(recipients()).toEqual(["jane@example.com"]);
    expect(subjects()).toEqual(["contoso.com: DMARC policy went from quarantine to none"]);
  });

  test("goes to others only where control of the domain is proven", async () => {
    const owner = await world.newAccount("owner@example.com");
    await agree(owner, "colleague@example.com");
    await addWebhook({ ctx: world.as(owner), input: { url: "https://hooks.example.com/x" } });
    const before = world.mails.mails.length;
    await world.change(await world.watch(owner, "unproven.com"));
    await world.deliverDue();
    expect(recipients().slice(before)).toEqual(["owner@example.com"]);
    expect(world.webhook.received).toHaveLength(0);
    await world.change(await world.watch(owner, "proven.com", { proven: true }));
    await world.deliverDue();
    expect(
      recipients()
        .slice(before + 1)
        .toSorted(),
    ).toEqual(["colleague@example.com", "owner@example.com"]);
    expect(world.webhook.received).toHaveLength(1);
  });

  test("does not go to an address that has not agreed", async () => {
    const owner = await world.newAccount();
    await addAddress({ ctx: world.as(owner), input: { address: "silent@example.com", site: SITE } });
    await world.deliverDue();
    const before = world.mails.mails.length;
    await world.change(await world.watch(owner, "contoso.com", { proven: true }));
    await world.deliverDue();
    expect(recipients().slice(before)).not.toContain("silent@example.com");
  });

  test("does not leave once its channel is switched off, and later ones leave again", async () => {
    const owner = await world.newAccount("off@example.com");
    const monitor = await world.watch(owner, "contoso.com");
    await world.change(monitor);
    await switchChannelOff({ ctx: world.as(owner), input: { id: owner } });
    expect(await world.deliverDue()).toMatchObject([{ outcome: "given-up" }]);
    await world.change(monitor);
    expect(await world.deliverDue()).toEqual([]);
    await switchChannelOn({ ctx: world.as(owner), input: { id: owner, site: SITE } });
    await world.change(monitor);
    await world.deliverDue();
    expect(recipients()).toEqual(["off@example.com"]);
  });
});

describe("many changes", () => {
  test("in an hour: five by themselves, the rest in one digest when the hour is over", async () => {
    const owner = await world.newAccount("busy@example.com");
    await addWebhook({ ctx: world.as(owner), input: { url: "https://hooks.example.com/x" } });
    for (let n = 1; n <= 12; n += 1) {
      await world.change(await world.watch(owner, `d${n}.com`, { proven: true }));
      world.clock.pass(MINUTE);
      await world.deliverDue();
    }
    expect(recipients()).toHaveLength(5);
    expect(world.webhook.received).toHaveLength(5);
    world.clock.pass(HOUR - 12 * MINUTE - 1);
    expect(await world.deliverDue()).toEqual([]);
    world.clock.pass(1);
    await world.deliverDue();
    expect(subjects().slice(5)).toEqual(["7 more changes at 7 domains"]);
    const digest = world.mails.mails.at(-1)?.text ?? "";
    for (let n = 6; n <= 12; n += 1) expect(digest).toContain(`d${n}.com`);
    expect(digest).not.toContain("d5.com");
    expect(JSON.parse(world.webhook.received.at(-1)?.body ?? "")).toMatchObject({ type: "digest", count: 7 });
    // The next hour begins anew.
    await world.change(await world.watch(owner, "next.com"));
    await world.deliverDue();
    expect(subjects().slice(6)).toEqual(["next.com: DMARC policy went from quarantine to none"]);
  });

  test("at once and from everywhere: none is lost, none is doubled", async () => {
    const owner = await world.newAccount("storm@example.com");
    const monitors = await Promise.all(Array.from({ length: 40 }, (_, n) => world.watch(owner, `s${n}.com`)));
    await byFives(monitors, monitor => world.change(monitor));
    await world.deliverDue();
    world.clock.pass(HOUR);
    await world.deliverDue();
    expect(recipients()).toHaveLength(6);
    const said = world.mails.mails.map(({ text }) => text ?? "").join("\n");
    const { rows } = await world.sql.query(
      "SELECT count(*)::int AS n, count(DISTINCT message_id)::int AS messages FROM alert_deliveries d JOIN alerts a ON a.id = d.alert_id WHERE a.owner_id = $1",
      [owner],
    );
    expect(rows).toEqual([{ n: 40, messages: 6 }]);
    expect(said).toContain("35 more changes at 35 domains");
  });

  test("that come through after the digest has left, though they began before, have the next message", async () => {
    const owner = await world.newAccount("late@example.com");
    const monitors = await Promise.all(Array.from({ length: 8 }, (_, n) => world.watch(owner, `l${n}.com`)));
    const late = monitors.pop();
    for (const monitor of monitors) await world.change(monitor);
    await world.deliverDue();
    const withinTheHour = fixedClock(new Date(world.clock.now().getTime() + HOUR - 1));
    world.clock.pass(HOUR);
    await world.deliverDue();
    expect(subjects().at(-1)).toBe("2 more changes at 2 domains");
    if (late === undefined) throw new Error("nobody is late");
    const occasion = { kind: "changed", changeId: "late", afterScanId: "s", changes: [WORSE] } as const;
    await world.house.database.transaction(db =>
      raiseAlert({ ...world.house, clock: withinTheHour }, db, { monitor: late, occasion }),
    );
    await world.deliverDue();
    expect(subjects().at(-1)).toBe("l7.com: DMARC policy went from quarantine to none");
  });
});

describe("an outage", () => {
  test("of a thousand watched domains is one notice that says how many", { timeout: 120_000 }, async () => {
    const owner = await world.newAccount("outage@example.com");
    const monitors = await world.watchMany(owner, 1_000);
    for (let lot = 0; lot < 10; lot += 1) {
      await byFives(monitors.slice(lot * 100, lot * 100 + 100), monitor => world.fail(monitor));
      world.clock.pass(MINUTE);
      await world.deliverDue();
    }
    expect(recipients()).toHaveLength(0);
    world.clock.pass(15 * MINUTE);
    await world.deliverDue();
    expect(subjects()).toEqual(["Could not check 1,000 domains"]);
  });

  test("that goes on brings no other notice within twelve hours, then one for the rest", async () => {
    const owner = await world.newAccount("long@example.com");
    await world.fail(await world.watch(owner, "first.com"));
    world.clock.pass(15 * MINUTE);
    await world.deliverDue();
    for (let hour = 0; hour < 11; hour += 1) {
      await world.fail(await world.watch(owner, `h${hour}.com`));
      world.clock.pass(HOUR);
      await world.deliverDue();
    }
    expect(subjects()).toEqual(["Could not check first.com"]);
    world.clock.pass(HOUR);
    await world.deliverDue();
    expect(subjects()).toEqual(["Could not check first.com", "Could not check 11 domains"]);
  });

  test("that was told to nobody, since the channel was off, does not swallow the next", async () => {
    const owner = await world.newAccount("paused@example.com");
    await world.fail(await world.watch(owner, "unheard.com"));
    await switchChannelOff({ ctx: world.as(owner), input: { id: owner } });
    world.clock.pass(15 * MINUTE);
    await world.deliverDue();
    await switchChannelOn({ ctx: world.as(owner), input: { id: owner, site: SITE } });
    await world.fail(await world.watch(owner, "heard.com"));
    world.clock.pass(12 * HOUR);
    await world.deliverDue();
    expect(subjects()).toEqual(["Could not check heard.com"]);
  });

  test("that is over before the notice leaves is not told", async () => {
    const owner = await world.newAccount("short@example.com");
    const monitor = await world.watch(owner, "short.com");
    await world.fail(monitor);
    await world.sql.query("UPDATE monitors SET failure_told_at = NULL WHERE id = $1", [monitor.id]);
    world.clock.pass(15 * MINUTE);
    await world.deliverDue();
    expect(recipients()).toEqual([]);
  });
});

test("a transaction that fails tells nobody", async () => {
  const owner = await world.newAccount();
  const monitor = await world.watch(owner, "undone.com");
  const work = world.house.database.transaction(async db => {
    const occasion = { kind: "changed", changeId: "c", afterScanId: "s", changes: [WORSE] } as const;
    await raiseAlert({ ...world.house, clock: world.clock }, db, { monitor, occasion });
    throw new Error("the work failed");
  });
  await expect(work).rejects.toThrow("the work failed");
  const { rows } = await world.sql.query("SELECT count(*)::int AS n FROM alerts WHERE owner_id = $1", [
    owner,
  ]);
  expect(rows).toEqual([{ n: 0 }]);
});
