import { describe, expect, it } from "vitest";
import { statesReason } from "#lib/bounce/states-reason.ts";

describe("a line without a code", () => {
  it.each([
    "connect to mx.example.com[192.0.2.1]:25: Connection timed out",
    "Connection refused",
    "Host or domain name not found",
    "User unknown",
    "mailbox full",
    "retry timeout exceeded",
    "Timeout after DATA",
    "no DNS answer for MX of example.com",
    "We have tried for 5 days to deliver this message and now give up",
    "SPF check failed for example.org",
    "TLS is required, but was not offered by host mx.example.com[192.0.2.1]",
    "Benutzer hat das Speicherlimit überschritten",
    "受信者のメールボックスがいっぱいです",
  ])("states a reason: %s", line => {
    expect(statesReason(line)).toBe(true);
  });

  it.each([
    "I give up, can you call me instead?",
    "He gave up after two days of trying.",
    "Our mailbox was full of spam this morning.",
    "Please log in first and then open the report.",
    "The wheels are not aligned on this car.",
    "The connection was lost in Frankfurt, and the next train goes at nine.",
    "We have only 5 sessions left for the workshop.",
    "This domain is not registered yet, shall we buy it?",
    "What does SPF mean?",
    "SPF",
    "How do I set up DMARC for my domain?",
    "DMARC and DKIM explained for beginners",
    "Our domain has moved to a new provider, update your bookmarks",
    "Connection lost? Restart your router.",
    "My domain's mail goes to spam",
    "The queue in the shop was too long",
    "Das Konto wurde geschlossen, der Restbetrag wird überwiesen.",
    "Hello, the user unknown to us has written again.",
    "",
  ])("is talk: %s", line => {
    expect(statesReason(line)).toBe(false);
  });
});
