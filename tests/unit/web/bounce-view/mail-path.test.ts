import { describe, expect, test } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { viewMailPath } from "#lib/web/bounce-view/mail-path.ts";
import { runTriage } from "../../../support/triage-scenario.ts";
import { CONTOSO, postfixBounce, SENDER } from "../../../support/triage-worlds.ts";

async function pathOf(bounce: string) {
  const [report] = await Array.fromAsync(parseBounces(bounce));
  const failure = report?.failures[0];
  if (report === undefined || failure === undefined) throw new Error("nothing failed");
  return viewMailPath(failure, report);
}

const states = async (bounce: string) =>
  (await pathOf(bounce)).stops.map(({ title, state }) => [title, state]);

describe("where the mail stopped", () => {
  test("refused at the recipient's edge: it passed all before, and never saw the mailbox", async () => {
    expect(await states(postfixBounce())).toEqual([
      ["You", "passed"],
      ["Your server", "passed"],
      ["Their Microsoft 365", "refused"],
      ["Mailbox", "not-reached"],
    ]);
  });

  test("names every stop as far as the report does, and quotes the reply", async () => {
    const { stops, reply } = await pathOf(postfixBounce());
    expect(stops.map(({ name }) => name)).toEqual([
      "bob@example.com",
      "out.example.com",
      "contoso-com.mail.protection.outlook.com",
      "jane.doe@contoso.com",
    ]);
    expect(reply).toMatch(/^550 5\.4\.1 /u);
  });

  test("a gateway that took the mail stands between", async () => {
    expect(await states(postfixBounce({ reporter: "eu-smtp-inbound-1.mimecast.com" }))).toContainEqual([
      "Their gateway, Mimecast",
      "passed",
    ]);
  });

  test("no server was found: one's own server gave up, nobody refused", async () => {
    const bounce =
      "<jane@contoso.com>: Host or domain name not found. Name service error for name=contoso.com type=MX: Host not found";
    expect((await states(bounce)).map(([, state]) => state)).toEqual([
      "passed",
      "refused",
      "not-reached",
      "not-reached",
    ]);
  });

  test("a server refused, although DNS knows no such domain today: it was reached all the same", async () => {
    const { first, joined } = await runTriage({ bounce: postfixBounce(), zone: SENDER });
    expect(first.failure.causes[0]?.cause).toBe("domain_not_found");
    expect(viewMailPath(first.failure, joined.report).stops.map(({ state }) => state)).toEqual([
      "passed",
      "passed",
      "refused",
      "not-reached",
    ]);
  });

  test("a refusal for the moment holds the mail up", async () => {
    const bounce = [
      "Final-Recipient: rfc822; jane@contoso.com",
      "Action: delayed",
      "Status: 4.2.2",
      "Diagnostic-Code: smtp; 452 4.2.2 Mailbox full",
    ].join("\n");
    expect((await pathOf(bounce)).stops.map(({ label }) => label)).toContain("Held up here so far");
  });

  test("a mail under a false name did not come from the one whose name it bears", async () => {
    const { first, joined } = await runTriage({
      bounce: postfixBounce(),
      zone: `${SENDER}\n${CONTOSO}`,
      statements: ["user-did-not-send-it"],
    });
    expect(first.failure.causes[0]?.cause).toBe("forged_sender");
    const [who] = viewMailPath(first.failure, joined.report).stops;
    expect(who).toMatchObject({ title: "Somebody else, in your name", label: "Not sent by you" });
  });
});
