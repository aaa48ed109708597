import { describe, expect, test } from "vitest";
import type { AlertChannel } from "#lib/services/alerts/channels/list.ts";
import { channelRows } from "#lib/web/alert-view/channel-rows.ts";

const NOW = new Date("2026-11-26T12:00:00Z");
const at = (iso: string) => new Date(iso);

const CHANNEL: AlertChannel = {
  id: "c".repeat(22),
  ownerId: "o".repeat(22),
  kind: "email",
  target: "jane@example.com",
  createdAt: at("2026-11-01T00:00:00Z"),
  verifiedAt: at("2026-11-02T00:00:00Z"),
  confirmExpiresAt: null,
  secretSeed: null,
  secretHash: null,
  disabledAt: null,
  disabledBy: null,
  failures: 0,
  failingSince: null,
  lastError: null,
  lastDeliveredAt: null,
  lastAnswer: null,
};

const row = (more: Partial<AlertChannel>) => {
  const [one] = channelRows([{ ...CHANNEL, ...more }], NOW);
  if (one === undefined) throw new Error("no row");
  return one;
};

describe("what can be done about a channel", () => {
  test.each<[string, Partial<AlertChannel>, readonly string[]]>([
    ["the own address", { kind: "own" }, ["test", "off"]],
    ["the own address, off", { kind: "own", disabledAt: NOW, disabledBy: "reader" }, ["on"]],
    ["an address", {}, ["test", "off", "remove"]],
    ["an address that was not asked in time", { verifiedAt: null }, ["ask", "remove"]],
    ["an address whose reader ended alerts", { disabledAt: NOW, disabledBy: "reader" }, ["ask", "remove"]],
    ["an address that its owner switched off", { disabledAt: NOW, disabledBy: "owner" }, ["on", "remove"]],
    ["a webhook", { kind: "webhook" }, ["test", "off", "secret", "remove"]],
    [
      "a webhook that is gone",
      { kind: "webhook", disabledAt: NOW, disabledBy: "gone" },
      ["on", "secret", "remove"],
    ],
  ])("%s", (_name, more, actions) => {
    expect(row(more).actions).toEqual(actions);
  });
});

describe("how a channel is doing", () => {
  test.each<[string, Partial<AlertChannel>, string]>([
    ["well", {}, "pass"],
    ["failing", { failingSince: NOW, lastError: "It answered 500." }, "warn"],
    ["waiting", { verifiedAt: null, confirmExpiresAt: at("2026-11-30T00:00:00Z") }, "info"],
    ["off", { disabledAt: NOW, disabledBy: "owner" }, "not-applicable"],
    ["off and failing", { disabledAt: NOW, disabledBy: "failures", failingSince: NOW }, "not-applicable"],
  ])("%s", (_name, more, status) => {
    expect(row(more).status).toBe(status);
  });

  test("a link that is too old is not waited for", () => {
    const waiting = row({ verifiedAt: null, confirmExpiresAt: at("2026-11-26T12:00:01Z") }).state;
    const late = row({ verifiedAt: null, confirmExpiresAt: NOW }).state;
    expect(late).not.toBe(waiting);
  });
});
