import { describe, expect, test } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import type { BounceView as StoredView } from "#lib/services/bounces/get.ts";
import type { BounceEvidence } from "#lib/triage/evidence.ts";
import { redactTriage } from "#lib/triage/redact.ts";
import { TRIAGE_SCHEMA } from "#lib/triage/stored-triage.ts";
import { viewBounce } from "#lib/web/bounce-view/view-bounce.ts";
import { runTriage } from "../../../support/triage-scenario.ts";
import { CONTOSO, postfixBounce, SENDER } from "../../../support/triage-worlds.ts";

const NOW = new Date("2026-11-25T12:00:00Z");

/** A bounce as it is stored, with nothing linked to it. */
async function stored(bounce: string, evidence: BounceEvidence | null = null): Promise<StoredView> {
  const [report] = await Array.fromAsync(parseBounces(bounce));
  if (report === undefined) throw new Error("there is no bounce in this text");
  return {
    id: "b".repeat(22),
    status: "done",
    mine: true,
    createdAt: NOW,
    finishedAt: NOW,
    senderDomain: "example.com",
    recipientDomain: "contoso.com",
    senderScanId: null,
    recipientScanIds: [],
    cause: null,
    failure: null,
    privateUntil: null,
    scans: { sender: null, recipients: [] },
    triage: { schema: TRIAGE_SCHEMA, sample: false, report, evidence, statements: [], removed: [] },
  };
}

const view = async (bounce: string, now = NOW) => viewBounce(await stored(bounce), { now });

describe("refusals", () => {
  test("addresses of one domain that were refused alike are told once", async () => {
    const { refusals } = await view(
      postfixBounce({ to: ["a@contoso.com", "B@CONTOSO.com", "c@fabrikam.com"] }),
    );
    expect(refusals.map(({ id, recipients }) => [id, recipients])).toEqual([
      ["refusal-1", ["a@contoso.com", "B@CONTOSO.com"]],
      ["refusal-2", ["c@fabrikam.com"]],
    ]);
  });

  test("a mail that arrived has none, and says what it is instead", async () => {
    const { refusals, event } = await view(
      "Auto-Submitted: auto-replied\nFrom: jane@contoso.com\nSubject: Out of office\n\nI am away.\n",
    );
    expect([refusals.length, event?.status]).toEqual([0, "pass"]);
  });

  test("each has its message to the administrator, in English first, as a file of its own", async () => {
    const { refusals } = await view(postfixBounce({ to: ["a@contoso.com", "c@fabrikam.com"] }));
    const files = refusals.map(({ messages }) => messages.map(({ language, file }) => [language, file]));
    expect(files[1]).toEqual([["en", `/bounces/${"b".repeat(22)}/message.txt?refusal=2&language=en`]]);
    expect(refusals[0]?.messages[0]?.mailto).toMatch(/^mailto:postmaster@contoso\.com\?subject=/u);
    expect(refusals[0]?.messages[0]?.body).toContain("a@contoso.com");
  });
});

const supportAt = async (now: string) => (await view(postfixBounce(), new Date(now))).refusals[0]?.support;

describe("what Microsoft's support asks for", () => {
  test("server, time and session of the refusal", async () => {
    expect((await supportAt("2026-11-25T12:00:00Z"))?.lines.map(({ value }) => value)).toEqual([
      "DB5PEPF00014B9A.eurprd02.prod.outlook.com",
      expect.stringContaining("24 Nov"),
      "08DE5971FB66165F",
    ]);
  });

  test("an old refusal may not hold any more", async () => {
    expect((await supportAt("2026-11-27T10:00:00Z"))?.warning).toBeNull();
    expect((await supportAt("2026-11-30T10:00:04Z"))?.warning).toContain("6 days old");
  });
});

describe("the message", () => {
  test("has its deciding words marked, each place once and in order", async () => {
    const { message } = await view(postfixBounce({ to: ["a@contoso.com", "b@contoso.com"] }));
    const marked = message?.matched ?? [];
    expect(marked.length).toBeGreaterThan(0);
    for (const [at, { start, end }] of marked.entries()) {
      expect(message?.text.slice(start, end)).toMatch(/access denied/iu);
      expect(marked[at + 1]?.start ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(end);
    }
  });

  test("is not there for strangers, and nothing is ready to send in somebody's name", async () => {
    const whole = await stored(postfixBounce());
    const removed = viewBounce({ ...whole, mine: false, triage: redactTriage(whole.triage) }, { now: NOW });
    expect(removed.message).toBeNull();
    expect(removed.refusals[0]?.messages).toEqual([]);
    expect(removed.removed.length).toBeGreaterThan(0);
    expect(JSON.stringify(removed)).not.toContain("jane");
  });
});

const remedyFor = async (more: Parameters<typeof postfixBounce>[0]) => {
  const bounce = postfixBounce({ sendingIp: "203.0.113.77", ...more });
  const { evidence } = await runTriage({ bounce, zone: `${SENDER}\n${CONTOSO}` });
  return viewBounce(await stored(bounce, evidence), { now: NOW }).refusals[0]?.remedy;
};

describe("the record that ends it", () => {
  const reply = "550 5.7.23 The message was rejected because of Sender Policy Framework violation";
  test("is shown where SPF decided, with the address in it", async () => {
    const remedy = await remedyFor({ reply });
    expect(JSON.stringify(remedy?.record)).toContain("ip4:203.0.113.77");
    expect(remedy?.why).toContain("Publish it only if that server is yours");
  });

  test("is not shown where SPF did not decide", async () => {
    expect(await remedyFor({})).toBeNull();
  });
});
