import { describe, expect, test } from "vitest";
import type { MonitorChange, NoticedChange } from "#lib/db/monitor-changes.ts";
import { lookAt } from "#lib/scan/changes/known.ts";
import type { Finding, Status } from "#lib/scan/finding.ts";
import { judgeLook, type LookJudgement } from "#lib/services/monitors/judge-look.ts";

const NOTICED = new Date("2026-11-26T02:00:00Z");
const TEN_MINUTES = 600_000;

const finding = (check: string, outcome: string, status: Status): Finding => ({
  check,
  outcome,
  status,
  subject: null,
  args: {},
  lookups: [],
});
const policy = (outcome: string) => finding("dmarc-policy", outcome, outcome === "none" ? "warn" : "pass");
const testing = (outcome: string) => finding("dmarc-testing", outcome, outcome === "on" ? "warn" : "pass");
const unknown = (check: string) => finding(check, "inconclusive", "inconclusive");
const look = (...findings: readonly Finding[]) => lookAt({ engine: "1.0.0", findings });

/** What a look noticed that saw those findings, before which these were known. */
function noticed(before: readonly Finding[], after: readonly Finding[], unsureLooks = 0) {
  const first = judgeLook({
    known: null,
    look: look(...before),
    at: NOTICED,
    open: [],
    confirmAfterMs: TEN_MINUTES,
  });
  const second = judgeLook({
    known: first.known,
    look: look(...after),
    at: NOTICED,
    open: [],
    confirmAfterMs: TEN_MINUTES,
  });
  const change: MonitorChange = {
    id: "change",
    monitorId: "monitor",
    beforeScanId: "before",
    afterScanId: "after",
    finalScanId: null,
    changes: second.noticed.map((one): NoticedChange => ({ ...one, fate: "open" })),
    unsureLooks,
    noticedAt: NOTICED,
    confirmedAt: null,
    dismissedAt: null,
  };
  return { known: second.known, change };
}

function again(
  { known, change }: ReturnType<typeof noticed>,
  findings: readonly Finding[],
  minutes = 11,
): LookJudgement {
  return judgeLook({
    known,
    look: look(...findings),
    at: new Date(NOTICED.getTime() + minutes * 60_000),
    open: [change],
    confirmAfterMs: TEN_MINUTES,
  });
}

const BEFORE = [policy("quarantine"), testing("off")];
const AFTER = [policy("none"), testing("on")];

const fates = ({ decided: [one] }: LookJudgement) => ({
  fate: one?.fate,
  each: one?.changes.map(({ fate }) => fate),
  told: one?.confirmed.map(({ check }) => check),
});

describe("the first look", () => {
  test("is what is known and notices nothing", () => {
    const judged = judgeLook({
      known: null,
      look: look(...BEFORE),
      at: NOTICED,
      open: [],
      confirmAfterMs: TEN_MINUTES,
    });
    expect(judged).toMatchObject({ decided: [], noticed: [] });
    expect(judged.known.said).toHaveLength(2);
  });
});

describe("a second look", () => {
  test("confirms what it sees again, and learns it", () => {
    const judged = again(noticed(BEFORE, AFTER), AFTER);
    expect(fates(judged)).toEqual({
      fate: "confirmed",
      each: ["confirmed", "confirmed"],
      told: ["dmarc-policy", "dmarc-testing"],
    });
    expect(judged.noticed).toEqual([]);
    expect(judged.known.said.map(({ outcome }) => outcome).toSorted()).toEqual(["none", "on"]);
  });

  test("that comes too early decides nothing and notices nothing twice", () => {
    const judged = again(noticed(BEFORE, AFTER), AFTER, 9);
    expect(fates(judged)).toEqual({ fate: "waiting", each: ["open", "open"], told: [] });
    expect(judged.noticed).toEqual([]);
  });

  test("tells each difference for itself", () => {
    const judged = again(noticed(BEFORE, AFTER), [policy("none"), testing("off")]);
    expect(fates(judged)).toEqual({ fate: "confirmed", each: ["confirmed", "gone"], told: ["dmarc-policy"] });
    const half = again(noticed(BEFORE, AFTER), [policy("none"), unknown("dmarc-testing")]);
    expect(fates(half)).toEqual({ fate: "confirmed", each: ["confirmed", "unsure"], told: ["dmarc-policy"] });
    // What could not be told is still otherwise than it was known: the next look notices it anew.
    expect(half.known.said.find(({ check }) => check === "dmarc-testing")?.outcome).toBe("off");
  });

  test("that cannot tell waits, three times at most", () => {
    const nothing = [unknown("dmarc-policy"), unknown("dmarc-testing")];
    expect(fates(again(noticed(BEFORE, AFTER), nothing))).toMatchObject({
      fate: "waiting",
      each: ["open", "open"],
    });
    expect(fates(again(noticed(BEFORE, AFTER, 1), nothing)).fate).toBe("waiting");
    const last = again(noticed(BEFORE, AFTER, 2), nothing);
    expect(fates(last)).toEqual({ fate: "dismissed", each: ["unsure", "unsure"], told: [] });
    expect(last.known.said.map(({ outcome }) => outcome).toSorted()).toEqual(["off", "quarantine"]);
  });

  test("that sees something else again notices that instead", () => {
    const judged = again(noticed(BEFORE, AFTER), [policy("reject"), testing("off")]);
    expect(fates(judged)).toEqual({ fate: "dismissed", each: ["gone", "gone"], told: [] });
    expect(judged.noticed).toMatchObject([
      { before: { outcome: "quarantine" }, after: { outcome: "reject" } },
    ]);
  });
});
