import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { viewAdminMessages } from "#lib/web/bounce-view/admin-messages.ts";
import { runTriage } from "../../../support/triage-scenario.ts";
import { CONTOSO, postfixBounce, SENDER } from "../../../support/triage-worlds.ts";

async function messagesFor(bounce: string, link: string | null = null) {
  const [report] = await Array.fromAsync(parseBounces(bounce));
  const failure = report?.failures[0];
  if (report === undefined || failure === undefined) throw new Error("nothing failed");
  return viewAdminMessages(failure, report, { link, fileFor: language => `/message-${language}.txt` });
}

const decoded = (mailto: string) => new URL(mailto).searchParams;

describe("the message to the administrator who can end it", () => {
  test("names the address, the server and the reply word by word", async () => {
    const [message] = await messagesFor(postfixBounce());
    expect(message).toMatchObject({ language: "en", to: "their admin", file: "/message-en.txt" });
    for (const part of [
      "jane.doe@contoso.com",
      "contoso-com.mail.protection.outlook.com",
      "550 5.4.1 Recipient address rejected: Access denied",
      "<4711@example.com>",
    ]) {
      expect(message?.body).toContain(part);
    }
  });

  test("goes to the postmaster of their domain, and says in the mail program what it says here", async () => {
    const [message] = await messagesFor(postfixBounce());
    expect(message?.mailto).toMatch(/^mailto:postmaster@contoso\.com\?/u);
    expect(decoded(message?.mailto ?? "").get("subject")).toBe(message?.subject);
    expect(decoded(message?.mailto ?? "").get("body")).toBe(message?.body.replaceAll("\n", "\r\n"));
  });

  test("goes to nobody in particular where one's own administrator acts", async () => {
    const reply = "550 5.7.23 The message was rejected because of Sender Policy Framework violation";
    const [message] = await messagesFor(postfixBounce({ reply }));
    expect(message?.to).toBe("your admin");
    expect(message?.mailto).toMatch(/^mailto:\?/u);
  });

  test("comes in the language of the report as well, after the English one", async () => {
    const german = readFileSync("tests/fixtures/bounces/exchange-de.txt", "utf8");
    const messages = await messagesFor(german);
    expect(messages.map(({ label }) => label)).toEqual(["English", "Deutsch"]);
    expect(messages[1]?.body).toContain("Guten Tag");
  });

  test("takes the link to the report before it says thanks", async () => {
    const link = "https://mailtriage.example/r/abc";
    const body = (await messagesFor(postfixBounce(), link))[0]?.body ?? "";
    const [before = "", after = ""] = body.split(link);
    expect(before.trimEnd()).toMatch(/without personal data:$/u);
    expect(after.trim().split("\n\n")).toHaveLength(1);
  });

  test.each([
    ["a domain that is gone", SENDER, []],
    ["a domain that takes no mail", `${SENDER}\ncontoso.com. IN MX 0 .`, []],
    ["a mail that somebody else sent", `${SENDER}\n${CONTOSO}`, ["user-did-not-send-it"]],
  ] as const)("has nobody to read it: %s", async (_, zone, statements) => {
    const { first, joined } = await runTriage({ bounce: postfixBounce(), zone, statements });
    expect(viewAdminMessages(first.failure, joined.report, { link: null, fileFor: null })).toEqual([]);
  });

  test("is not written where nobody has to act", async () => {
    expect(
      await messagesFor(postfixBounce({ reply: "451 4.3.2 Server too busy, please try again later" })),
    ).toEqual([]);
  });
});
