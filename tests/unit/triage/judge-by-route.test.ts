import { describe, expect, test } from "vitest";
import { readBatch } from "#lib/bounce/batch/read-batch.ts";
import type { Route } from "#lib/triage/evidence.ts";
import { judgeByRoute } from "#lib/triage/judge-by-route.ts";

/** What today's MX record makes of a 550 5.4.1 that x.mail.protection.outlook.com gave for one.example. */

const line = (to: string, status: "bounced" | "sent", words: string) =>
  `Nov 20 10:00:00 mail postfix/smtp[1]: 4F1A0001: to=<${to}>, relay=mx.example.net[192.0.2.7]:25, delay=1, dsn=5.0.0, status=${status} (${words})\n`;
const refused = (to: string) =>
  line(
    to,
    "bounced",
    "host x.mail.protection.outlook.com[192.0.2.8] said: 550 5.4.1 Recipient address rejected: Access denied. [DB1PEPF00039231.eurprd03.prod.outlook.com 2026-11-20T07:15:11.120Z 08DDE8F1A2B3C4D5] (in reply to RCPT TO command)",
  );
const alone = refused("a@one.example");
const allRefused = ["a", "b", "c"].map(who => refused(`${who}@one.example`)).join("");
const othersReached = alone + line("c@one.example", "sent", "250 2.0.0 OK");

async function judged(log: string, route: Route) {
  const reading = readBatch({
    files: [{ name: "log", bytes: Buffer.from(log) }],
    receivedAt: new Date("2026-11-25T12:00:00Z"),
    tell: () => {},
  });
  const [item] = await Array.fromAsync(reading);
  const refusal = item?.detail.refusal;
  if (item === undefined || !refusal) throw new Error("no directory refusal in the log");
  const { provider, replyCode, detail } = item;
  return judgeByRoute({ provider, replyCode, refusal, event: detail.event, domain: "one.example" }, route);
}

const mx = (...names: readonly string[]): Route => ({
  kind: "hosts",
  implicit: false,
  hosts: names.map(host => ({
    host,
    preference: 10,
    kind: "name" as const,
    addresses: { ok: true as const, value: ["198.51.100.1"] },
  })),
});

describe("the MX record names the server that refused", () => {
  const today = mx("x.mail.protection.outlook.com");

  test("a single refusal: the address is gone", async () => {
    expect(await judged(alone, today)).toMatchObject({
      cause: "recipient_unknown",
      fate: "remove",
      found: [{ code: "mx-is-remote" }],
    });
  });

  test("others of the domain got through: the address is gone", async () => {
    expect(await judged(othersReached, today)).toMatchObject({ cause: "recipient_unknown", fate: "remove" });
  });

  test("nobody of the domain got through: find out first", async () => {
    expect((await judged(allRefused, today))?.fate).toBe("ask");
  });
});

describe("the MX record leads elsewhere", () => {
  test("to another mail system: the route is old, and the address is kept", async () => {
    for (const log of [alone, allRefused]) {
      expect(await judged(log, mx("aspmx.l.google.com"))).toMatchObject({
        cause: "stale_route",
        fate: "repair",
        found: [{ code: "mx-is-not-microsoft" }],
      });
    }
  });

  test("to a gateway in front of Microsoft 365: the address may be gone, find out first", async () => {
    expect(await judged(alone, mx("eu-smtp-inbound-1.mimecast.com"))).toMatchObject({
      fate: "ask",
      found: [{ code: "mx-is-gateway" }],
    });
  });
});

describe("there is no server for the domain", () => {
  test.each([
    ["null-mx", "domain_accepts_no_mail"],
    ["no-such-domain", "domain_not_found"],
  ] as const)("%s: %s", async (kind, cause) => {
    expect(await judged(alone, { kind })).toMatchObject({ cause, fate: "remove" });
  });
});
