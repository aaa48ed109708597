import { describe, expect, test } from "vitest";
import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { batchVerdict } from "#lib/web/batch-view/batch-verdict.ts";

const group = (cause: Cause, fates: Partial<Record<Fate, number>>) => ({
  cause,
  failures: Object.values(fates).reduce((sum, count) => sum + count, 0),
  addresses: 1,
  domains: 1,
  fates: { remove: 0, undecided: 0, ask: 0, repair: 0, retry: 0, reached: 0, ...fates },
  provider: null,
  senderDomain: null,
  sendingIp: null,
  replies: [],
});

function verdict(causes: readonly ReturnType<typeof group>[], fates: Partial<Record<Fate, number>> = {}) {
  const failures = causes.reduce((sum, one) => sum + one.failures, 0);
  return batchVerdict({ causes, fates, matching: { key: null, failures, addresses: failures } });
}

/** What most failures come down to decides who the sentence speaks of. */
describe("the sentence", () => {
  test.each([
    [
      "addresses",
      [group("recipient_unknown", { remove: 9 }), group("mailbox_full", { retry: 1 })],
      /^Most.*addresses/,
    ],
    ["the sender’s side", [group("ip_blocklisted", { repair: 10 })], /^All.*your side.*blocklist/],
    ["the other side", [group("tls_failure", { repair: 10 })], /^All.*recipients.*encrypted/],
    ["time", [group("greylisted", { retry: 10 })], /^All.*moment/],
    ["what DNS has yet to say", [group("recipient_unknown", { undecided: 10 })], /^All.*undecided.*measured/],
    ["doubt", [group("unknown", { ask: 10 })], /^All.*not clear/],
  ])("speaks of %s", (_, causes, words) => {
    expect(verdict(causes).sentence).toMatch(words);
  });

  test("parts of one story are counted together before stories are compared", () => {
    const causes = [
      group("greylisted", { retry: 4 }),
      group("spf_failure", { repair: 3 }),
      group("ip_blocklisted", { repair: 3 }),
    ];
    expect(verdict(causes).sentence).toMatch(/^Most.*your side/);
  });

  test("nothing found is said to be nothing found, and not that all is well", () => {
    expect(verdict([])).toEqual({ sentence: "No failed mail was found in this.", addition: null });
  });
});

describe("what follows for the list", () => {
  const causes = [group("recipient_unknown", { remove: 1 })];
  test.each([
    [{ remove: 1200, retry: 3 }, "1,200 addresses have to come off your list. 3 can stay."],
    [
      { remove: 1, ask: 2, repair: 3 },
      "1 address has to come off your list. 5 can stay, 2 of them until you know more.",
    ],
    [
      { undecided: 2, retry: 1 },
      "No address has to come off your list yet. 3 can stay, 2 of them until you know more.",
    ],
    [{ undecided: 2 }, "No address has to come off your list yet. 2 can stay until you know more."],
    [{ retry: 3 }, "No address has to come off your list. 3 can stay."],
  ])("%j", (fates, addition) => {
    expect(verdict(causes, fates).addition).toBe(addition);
  });

  test("without addresses nothing is said about them", () => {
    expect(verdict(causes, {}).addition).toBeNull();
  });
});
