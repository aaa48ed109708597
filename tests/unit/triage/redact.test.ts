import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { joinEvidence } from "#lib/triage/join-evidence.ts";
import { redactTriage } from "#lib/triage/redact.ts";
import { readStoredTriage, type StoredTriage, TRIAGE_SCHEMA } from "#lib/triage/stored-triage.ts";
import { bounceCorpus } from "../../support/bounce-corpus.ts";
import { runTriage } from "../../support/triage-scenario.ts";
import { CONTOSO, postfixBounce, SENDER } from "../../support/triage-worlds.ts";
import { threadTime } from "../../support/thread-time.ts";

const read = async (text: string | Uint8Array): Promise<BounceReport> => {
  const [report] = await Array.fromAsync(parseBounces(text));
  if (report === undefined) throw new Error("nothing to read");
  return report;
};

const stored = (report: BounceReport): StoredTriage => ({
  schema: TRIAGE_SCHEMA,
  sample: false,
  report,
  evidence: null,
  statements: [],
  removed: [],
});

/** Everything that the redacted form says, as one text. */
const said = (report: BounceReport): string => JSON.stringify(redactTriage(stored(report)));

describe("a bounce without the people in it", () => {
  const BOUNCE = postfixBounce({
    to: ["zaphod.quux+kanarie@contoso.com"],
    from: "trillian.mcmillan@example.com",
    reply: "550 5.1.1 <zaphod.quux+kanarie@contoso.com>: Zaphod Quux has left; ask marvin@contoso.com",
    messageId: "<kanarie-message-id-42@example.com>",
    toHeader: '"Beeblebrox, Zaphod" <zaphod.quux+kanarie@contoso.com>, Arthur Dent <arthur@fabrikam.com>',
  })
    .replace("Subject: Offer", "Subject: Severance for Slartibartfast")
    .replace("From: Bob <", "From: Tricia McMillan <");

  const PEOPLE = [
    "zaphod",
    "quux",
    "kanarie",
    "trillian",
    "mcmillan",
    "tricia",
    "marvin",
    "beeblebrox",
    "arthur",
    "dent",
    "slartibartfast",
    "severance",
  ];

  test.each(PEOPLE)("“%s” is nowhere in it", async word => {
    expect(said(await read(BOUNCE)).toLowerCase()).not.toContain(word);
  });

  test("hosts, codes, domains and the words of the server stay", async () => {
    const { report, removed } = redactTriage(stored(await read(BOUNCE)));
    expect(report.failures[0]).toMatchObject({
      recipient: "…@contoso.com",
      replyCode: 550,
      enhancedStatus: "5.1.1",
      remoteMta: "contoso-com.mail.protection.outlook.com",
      reportingMta: "out.example.com",
    });
    expect(report.failures[0]?.diagnostic).toContain("has left; ask …@contoso.com");
    expect(report.message).toMatchObject({
      from: "…@example.com",
      sendingIp: "192.0.2.25",
      subject: null,
      messageId: null,
    });
    expect(report.text).toBe("");
    expect(removed).toEqual(["local-parts", "names", "subject", "message-id", "text"]);
  });

  test("several recipients of one domain are told apart by number", async () => {
    const report = await read(postfixBounce({ to: ["jane.doe@contoso.com", "john.roe@contoso.com"] }));
    expect(redactTriage(stored(report)).report.failures.map(({ recipient }) => recipient)).toEqual([
      "…1@contoso.com",
      "…2@contoso.com",
    ]);
  });

  test("somebody called like a code of ours does not break the report", async () => {
    const report = await read(
      postfixBounce({ to: ["failed@contoso.com", "usable@contoso.com", "permanent@contoso.com"] }),
    );
    const redacted = redactTriage(stored(report));
    expect(redacted.report.event).toBe("failed");
    expect(redacted.report.failures.map(({ permanence }) => permanence)).toEqual(
      report.failures.map(f => f.permanence),
    );
    expect(readStoredTriage(JSON.parse(JSON.stringify(redacted)))).toEqual(redacted);
  });

  test("the evidence too: SPF macros and Microsoft's directory names", async () => {
    const zone = `${SENDER.replace('"v=spf1 mx -all"', '"v=spf1 exists:%{l}._spf.example.com -all exp=why.example.com"')}
why.example.com. IN TXT "%{s} may not send, trillian"
${CONTOSO}`;
    const bounce = postfixBounce({
      from: "trillian.mcmillan@example.com",
      reply:
        "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; /o=ExchangeLabs/ou=Group/cn=Recipients/cn=3f0-Zaphod not found",
    });
    const { evidence } = await runTriage({ bounce, zone });
    const redacted = JSON.stringify(redactTriage({ ...stored(await read(bounce)), evidence })).toLowerCase();
    expect(JSON.stringify(evidence)).toContain("trillian");
    for (const word of ["trillian", "mcmillan", "zaphod"]) expect(redacted).not.toContain(word);
  });

  test("redacting twice changes nothing more", async () => {
    const once = redactTriage(stored(await read(BOUNCE)));
    expect(redactTriage(once)).toEqual(once);
  });
});

describe("every message of the corpus", () => {
  test.each(bounceCorpus().map(({ name, bytes }) => [name, bytes] as const))("%s", async (_name, bytes) => {
    for (const report of (await Array.fromAsync(parseBounces(bytes))).slice(0, 20)) {
      const redacted = redactTriage(stored(report)).report;
      // The causes do not hang on the people.
      expect(
        redacted.failures.map(({ causes }) => causes.map(({ cause, probability }) => [cause, probability])),
      ).toEqual(
        report.failures.map(({ causes }) => causes.map(({ cause, probability }) => [cause, probability])),
      );
      expect(() =>
        joinEvidence(redacted, { evidence: null, statements: ["internal-mail-works"] }),
      ).not.toThrow();
      const text = JSON.stringify(redacted);
      for (const { recipient } of report.failures) {
        const local = recipient?.slice(0, recipient.lastIndexOf("@")) ?? "";
        if (local.length > 3) expect(text, recipient ?? "").not.toContain(`${local}@`);
      }
    }
  });
});

test("a hundred thousand addresses in one text take no longer than a moment", async () => {
  const report = await read(readFileSync("tests/fixtures/bounces/bare-541.txt"));
  const crowd = Array.from({ length: 100_000 }, (_, at) => `person${at}@example.com`).join(" ");
  const spent = threadTime();
  redactTriage(stored({ ...report, text: crowd }));
  expect(spent()).toBeLessThan(1500);
});
