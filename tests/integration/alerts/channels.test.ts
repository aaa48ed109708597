import { describe, expect, test } from "vitest";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import { addAddress } from "#lib/services/alerts/channels/add-address.ts";
import { addWebhook } from "#lib/services/alerts/channels/add-webhook.ts";
import { agreeToAlerts, lookAtAddressLink } from "#lib/services/alerts/channels/confirm-address.ts";
import { listChannels } from "#lib/services/alerts/channels/list.ts";
import { removeChannel } from "#lib/services/alerts/channels/remove.ts";
import { rotateSecret } from "#lib/services/alerts/channels/rotate-secret.ts";
import { switchChannelOff, switchChannelOn } from "#lib/services/alerts/channels/switch.ts";
import { testChannel } from "#lib/services/alerts/channels/test.ts";
import { listAlerts } from "#lib/services/alerts/list-alerts.ts";
import { readUnsubscribeToken, unsubscribeToken } from "#lib/services/alerts/tokens.ts";
import { lookAtUnsubscribeLink, unsubscribe } from "#lib/services/alerts/unsubscribe.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { alertWorld, DAY } from "../../support/alert-world.ts";
import { visitor } from "../../support/test-house.ts";

const world = alertWorld();
const SITE = "https://mailtriage.example.com";

const add = (ownerId: string, address: string) =>
  addAddress({ ctx: world.as(ownerId), input: { address, site: SITE } });

/** The token in the newest mail to that address. */
function tokenIn(address: string): string {
  const mail = world.mails.mails.findLast(({ to }) => to?.[0]?.address === address);
  return /token=([\w.-]+)/u.exec(mail?.text ?? "")?.[1] ?? "";
}

const channelOf = async (ownerId: string, target: string) => {
  const channels = await listChannels({ ctx: world.as(ownerId) });
  const channel = channels.find(one => one.target === target);
  if (channel === undefined) throw new Error(`no channel ${target}`);
  return channel;
};

const anybody = (): ServiceContext => ({ ...visitor(world.house), clock: world.clock });

describe("the own address", () => {
  test("is there by itself, without being written down", async () => {
    const owner = await world.newAccount("own@example.com");
    expect(await listChannels({ ctx: world.as(owner) })).toMatchObject([
      { id: owner, kind: "own", target: "own@example.com", disabledAt: null },
    ]);
    const { rows } = await world.sql.query("SELECT 1 FROM alert_channels WHERE owner_id = $1", [owner]);
    expect(rows).toEqual([]);
  });

  test("can be switched off and on, but not removed or added again", async () => {
    const owner = await world.newAccount("mine@example.com");
    const ctx = world.as(owner);
    await switchChannelOff({ ctx, input: { id: owner } });
    expect(await listChannels({ ctx })).toMatchObject([{ disabledBy: "owner" }]);
    await switchChannelOn({ ctx, input: { id: owner, site: SITE } });
    expect(await listChannels({ ctx })).toMatchObject([{ disabledAt: null }]);
    await expect(removeChannel({ ctx, input: { id: owner } })).rejects.toMatchObject({ code: "conflict" });
    await expect(add(owner, "Mine@Example.com")).rejects.toMatchObject({ code: "invalid", field: "address" });
  });
});

describe("a further address", () => {
  test.each([
    "",
    "jane",
    '"jane@attacker.example"@example.com',
    "jane@example.com, evil@example.com",
    "jane@example.com\r\nBcc: evil@example.com",
    "jane@exämple.com",
    "jane@[127.0.0.1]",
    "jane@localhost",
    "Jane <jane@example.com>",
    "jane＠example.com",
  ])("that is none of ours is refused: %j", async address => {
    const owner = await world.newAccount();
    await expect(add(owner, address)).rejects.toMatchObject({ code: "invalid", field: "address" });
  });

  test("agrees by the newest link, once, and in time", async () => {
    const owner = await world.newAccount();
    await add(owner, "reader@example.com");
    await world.deliverDue();
    const first = tokenIn("reader@example.com");
    await add(owner, "reader@example.com");
    await world.deliverDue();
    const second = tokenIn("reader@example.com");
    expect(await lookAtAddressLink({ ctx: anybody(), input: { token: first } })).toBeNull();
    const question = { address: "reader@example.com", ownerEmail: expect.stringContaining("@") };
    for (let looked = 0; looked < 3; looked += 1) {
      expect(await lookAtAddressLink({ ctx: anybody(), input: { token: second } })).toEqual(question);
    }
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => agreeToAlerts({ ctx: anybody(), input: { token: second } })),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await channelOf(owner, "reader@example.com")).toMatchObject({ verifiedAt: expect.any(Date) });
    await expect(add(owner, "reader@example.com")).rejects.toMatchObject({ code: "invalid" });
  });

  test("cannot agree after seven days, or with a token that was not sent", async () => {
    const owner = await world.newAccount();
    await add(owner, "slow@example.com");
    await world.deliverDue();
    const token = tokenIn("slow@example.com");
    world.clock.pass(7 * DAY);
    for (const tried of [token, "x", ""]) {
      await expect(agreeToAlerts({ ctx: anybody(), input: { token: tried } })).rejects.toMatchObject({
        code: "conflict",
      });
    }
  });

  test("keeps its token out of every table", async () => {
    const owner = await world.newAccount();
    await add(owner, "secret@example.com");
    await world.sql.query("SELECT 1");
    const { rows } = await world.sql.query(
      "SELECT row_to_json(c)::text AS channel FROM alert_channels c WHERE owner_id = $1 UNION ALL SELECT row_to_json(o)::text FROM outbox o WHERE owner_id = $1",
      [owner],
    );
    await world.deliverDue();
    const token = tokenIn("secret@example.com");
    expect(token).toHaveLength(43);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("that has ended alerts is asked again; its owner does not decide for it", async () => {
    const owner = await world.newAccount();
    await add(owner, "ended@example.com");
    await world.deliverDue();
    await agreeToAlerts({ ctx: anybody(), input: { token: tokenIn("ended@example.com") } });
    const { id } = await channelOf(owner, "ended@example.com");
    await unsubscribe({ ctx: anybody(), input: { token: unsubscribeToken(secret(), id) } });
    const on = await switchChannelOn({ ctx: world.as(owner), input: { id, site: SITE } });
    expect(on).toEqual({ asked: true });
    await world.change(await world.watch(owner, "contoso.com", { proven: true }));
    await world.deliverDue();
    const subjects = world.mails.mails
      .filter(({ to }) => to?.[0]?.address === "ended@example.com")
      .map(({ subject }) => subject);
    expect(subjects.every(subject => subject?.startsWith("Do you want alerts"))).toBe(true);
    await agreeToAlerts({ ctx: anybody(), input: { token: tokenIn("ended@example.com") } });
    expect(await channelOf(owner, "ended@example.com")).toMatchObject({ disabledAt: null });
  });

  test("is not flooded", async () => {
    const owner = await world.newAccount();
    const ctx = world.as(owner);
    const limits = { ...ctx.limits, mailsPerMailbox: { burst: 2, periodSeconds: 3_600 } };
    const input = { address: "flooded@example.com", site: SITE };
    await addAddress({ ctx: { ...ctx, limits }, input });
    await addAddress({ ctx: { ...ctx, limits }, input });
    await expect(addAddress({ ctx: { ...ctx, limits }, input })).rejects.toMatchObject({ code: "limited" });
  });
});

test("nobody is flooded with tests", async () => {
  const owner = await world.newAccount("tested@example.com");
  const ctx = world.as(owner);
  const limits = { ...ctx.limits, mailsPerMailbox: { burst: 2, periodSeconds: 3_600 } };
  const press = async () => {
    world.clock.pass(60_000);
    return testChannel({ ctx: { ...ctx, limits }, input: { id: owner }, waitMs: 0 });
  };
  await press();
  await press();
  await expect(press()).rejects.toMatchObject({ code: "limited" });
});

describe("the link at the end of an alert", () => {
  test("ends alerts without signing in, any number of times; looking ends nothing", async () => {
    const owner = await world.newAccount("stop@example.com");
    const token = unsubscribeToken(secret(), owner);
    const looked = { address: "stop@example.com", gets: true };
    expect(await lookAtUnsubscribeLink({ ctx: anybody(), input: { token } })).toEqual(looked);
    await unsubscribe({ ctx: anybody(), input: { token } });
    await unsubscribe({ ctx: anybody(), input: { token } });
    expect(await lookAtUnsubscribeLink({ ctx: anybody(), input: { token } })).toEqual({
      ...looked,
      gets: false,
    });
    expect(await channelOf(owner, "stop@example.com")).toMatchObject({ disabledBy: "reader" });
    await switchChannelOn({ ctx: world.as(owner), input: { id: owner, site: SITE } });
    expect(await channelOf(owner, "stop@example.com")).toMatchObject({ disabledAt: null });
  });

  test("of one channel is no other's, and none can be made up", async () => {
    const [one, other] = [await world.newAccount(), await world.newAccount()];
    const token = unsubscribeToken(secret(), one);
    const forged = [
      token.replace(one, other),
      `${other}.`,
      `${other}.${"A".repeat(43)}`,
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      "",
      ".",
    ];
    for (const tried of forged) {
      expect(readUnsubscribeToken(secret(), tried)).toBeNull();
      await expect(unsubscribe({ ctx: anybody(), input: { token: tried } })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });
});

describe("a webhook", () => {
  const ZONE = `$ORIGIN example.com.
@ SOA ns hostmaster 1 1 1 1 1
good A 192.0.0.9
private A 10.0.0.1
loop A 127.0.0.1
meta A 169.254.169.254
mapped AAAA ::ffff:10.0.0.1
six AAAA fd00::1
mixed A 192.0.0.9
mixed AAAA ::1
empty TXT "x"
alias CNAME private
`;
  const tryUrl = async (url: string) => {
    const owner = await world.newAccount();
    return addWebhook({ ctx: { ...world.as(owner), egress: check(ZONE) }, input: { url } });
  };

  test.each([
    ["http://good.example.com/", "has to begin with https:"],
    ["ftp://good.example.com/", "has to begin with https:"],
    ["javascript:alert(1)", "has to begin with https:"],
    ["//good.example.com/", "has to begin with https:"],
    ["https://good.example.com:8443/", "may name no port"],
    ["https://user@good.example.com/", "user or password"],
    ["https://user:secret@good.example.com/", "user or password"],
    ["https://good.example.com@127.0.0.1/", "user or password"],
    ["https://good.example.com/a\r\nHost: x", "has to begin with https:"],
    [`https://good.example.com/${"a".repeat(2_000)}`, "has to begin with https:"],
    ["", "Enter the URL"],
    ["https://localhost/", "a public host name"],
    ["https://printer/", "a public host name"],
    ["https://printer.local/", "a public host name"],
    ["https://db.internal/", "a public host name"],
    ["https://127.0.0.1/", "a public host name"],
    ["https://127.1/", "a public host name"],
    ["https://2130706433/", "a public host name"],
    ["https://0x7f000001/", "a public host name"],
    ["https://0177.0.0.1/", "a public host name"],
    ["https://169.254.169.254/latest/meta-data/", "a public host name"],
    ["https://[::1]/", "a public host name"],
    ["https://[::ffff:127.0.0.1]/", "a public host name"],
    ["https://[64:ff9b::7f00:1]/", "a public host name"],
    ["https://private.example.com/", "not on the public Internet"],
    ["https://loop.example.com/", "not on the public Internet"],
    ["https://meta.example.com/", "not on the public Internet"],
    ["https://mapped.example.com/", "not on the public Internet"],
    ["https://six.example.com/", "not on the public Internet"],
    ["https://mixed.example.com/", "not on the public Internet"],
    ["https://alias.example.com/", "not on the public Internet"],
    ["https://empty.example.com/", "Its name has no address"],
  ])("at %j is refused in a sentence", async (url, sentence) => {
    const refused = tryUrl(url);
    await expect(refused).rejects.toMatchObject({ code: "invalid", field: "url" });
    await expect(refused).rejects.toThrow(sentence);
  });

  test("whose name cannot be looked up is neither stored nor called absent", async () => {
    const owner = await world.newAccount();
    const egress = { ...world.as(owner).egress, check: async () => "dns-failed" as const };
    const refused = addWebhook({
      ctx: { ...world.as(owner), egress },
      input: { url: "https://good.example.com/" },
    });
    await expect(refused).rejects.toThrow("could not be looked up just now");
  });

  test("that led outside when it was added and leads inside now gets nothing", async () => {
    const owner = await world.newAccount();
    const zone = "$ORIGIN example.com.\n@ SOA ns hostmaster 1 1 1 1 1\nflips A";
    await addWebhook({
      ctx: { ...world.as(owner), egress: check(`${zone} 192.0.0.9\n`) },
      input: { url: "https://flips.example.com/" },
    });
    await world.change(await world.watch(owner, "contoso.com", { proven: true }));
    await world.deliverDue({ ...world.worker(), egress: check(`${zone} 127.0.0.1\n`) });
    expect(world.webhook.received).toHaveLength(0);
    const channel = await channelOf(owner, "https://flips.example.com/");
    expect(channel.lastError).toContain("not on the public Internet");
  });

  test("has a secret that no table holds, and that another one follows", async () => {
    const owner = await world.newAccount();
    const ctx = { ...world.as(owner), egress: check(ZONE) };
    const { secret: first, url } = await addWebhook({
      ctx,
      input: { url: "https://good.example.com/x#frag" },
    });
    expect(url).toBe("https://good.example.com/x");
    expect(first).toMatch(/^whsec_[\w-]{43}$/);
    const { id } = await channelOf(owner, url);
    const { secret: second } = await rotateSecret({ ctx, input: { id } });
    expect(second).not.toBe(first);
    const { rows } = await world.sql.query(
      "SELECT row_to_json(c)::text FROM alert_channels c WHERE id = $1",
      [id],
    );
    for (const secret of [first, second]) expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
    await expect(addWebhook({ ctx, input: { url } })).rejects.toMatchObject({ code: "invalid" });
  });
});

test("there are twenty at most, also when added all at once", async () => {
  const owner = await world.newAccount();
  for (let at = 0; at < 18; at += 1) await add(owner, `c${at}@example.com`);
  const added = await Promise.allSettled([18, 19, 20, 21].map(n => add(owner, `c${n}@example.com`)));
  expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await listChannels({ ctx: world.as(owner) })).toHaveLength(21);
});

test("strangers and visitors find nothing, and change nothing", async () => {
  const owner = await world.newAccount();
  const ctx = { ...world.as(owner) };
  await addWebhook({ ctx, input: { url: "https://hooks.example.com/mine" } });
  const { id } = await channelOf(owner, "https://hooks.example.com/mine");
  const verbs = (who: ServiceContext) => [
    switchChannelOff({ ctx: who, input: { id } }),
    switchChannelOn({ ctx: who, input: { id, site: SITE } }),
    removeChannel({ ctx: who, input: { id } }),
    rotateSecret({ ctx: who, input: { id } }),
    testChannel({ ctx: who, input: { id }, waitMs: 0 }),
  ];
  const stranger = await world.newAccount();
  for (const tried of await Promise.allSettled(verbs(world.as(stranger)))) {
    expect(tried).toMatchObject({ status: "rejected", reason: { code: "not-found" } });
  }
  const visits = [
    ...verbs(anybody()),
    listChannels({ ctx: anybody() }),
    listAlerts({ ctx: anybody() }),
    addAddress({ ctx: anybody(), input: { address: "a@example.com", site: SITE } }),
    addWebhook({ ctx: anybody(), input: { url: "https://hooks.example.com/" } }),
  ];
  for (const tried of await Promise.allSettled(visits)) {
    expect(tried).toMatchObject({ status: "rejected", reason: { code: "unauthenticated" } });
  }
  // Not even the own address of somebody else, whose id a mail of theirs may have told.
  await expect(switchChannelOff({ ctx: world.as(stranger), input: { id: owner } })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await channelOf(owner, "https://hooks.example.com/mine")).toMatchObject({ disabledAt: null });
});

const secret = (): string => world.house.secret ?? "";

/** The way out over a small DNS, with the law of the real one. */
const check = (zone: string) => createEgress({ resolver: zoneResolver(zone), clock: world.clock });
