import { describe, expect, it } from "vitest";
import { parseDeliveryStatus } from "#lib/bounce/delivery-status.ts";

const recipients = (text: string) =>
  parseDeliveryStatus(text)?.recipients.map(({ finalRecipient, status, action }) => [
    finalRecipient,
    action,
    status,
  ]);
const ONE =
  "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no";
const TWO =
  "Final-Recipient: rfc822; b@example.com\nAction: delayed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 full";
const BOTH = [
  ["a@example.com", "failed", "5.1.1"],
  ["b@example.com", "delayed", "4.2.2"],
];

describe("blocks are told apart however they were run together", () => {
  it.each([
    ["with an empty line between", `Reporting-MTA: dns; mx.example.net\n\n${ONE}\n\n${TWO}`],
    ["without one", `Reporting-MTA: dns; mx.example.net\n${ONE}\n${TWO}`],
    [
      "with an empty line after every field",
      `Reporting-MTA: dns; mx.example.net\n${ONE}\n${TWO}`.replaceAll("\n", "\n\n"),
    ],
    ["flattened", `Reporting-MTA: dns; mx.example.net\n${ONE}\n${TWO}`.replaceAll("\n", " ")],
    [
      "in other letters",
      `Reporting-MTA: dns; mx.example.net\n\n${ONE}\n\n${TWO}`.replace(/^[\w-]+/gm, name =>
        name.toLowerCase(),
      ),
    ],
  ])("%s", (_, text) => {
    expect(recipients(text)).toEqual(BOTH);
    expect(parseDeliveryStatus(text)?.reportingMta).toBe("mx.example.net");
  });
});

it.each([
  ["rfc822;user@example.com", "user@example.com"],
  ["RFC822; <user@example.com>", "user@example.com"],
  ["utf-8; \\x{3B4}@example.com", "δ@example.com"],
  ["rfc822; IMCEASMTP-user+40example+2Ecom@contoso.com", "user@example.com"],
  ["user@example.com", "user@example.com"],
])("recipient %s", (value, address) => {
  expect(
    parseDeliveryStatus(`Final-Recipient: ${value}\nAction: failed`)?.recipients[0]?.finalRecipient,
  ).toBe(address);
});

it.each([
  ["dns; mx.example.com", "mx.example.com", null],
  ["dns; mx.example.com (192.0.2.1)", "mx.example.com", "192.0.2.1"],
  ["dns; [192.0.2.1]", null, "192.0.2.1"],
  ["dns;mx.example.com (TCP|198.51.100.5|52144|192.0.2.10|25) (ESMTP)", "mx.example.com", "192.0.2.10"],
  [
    "dns; gmail-smtp-in.l.google.com. (2001:db8::1a, the server for the domain gmail.com.)",
    "gmail-smtp-in.l.google.com",
    "2001:db8::1a",
  ],
])("remote %s", (value, host, ip) => {
  const [recipient] =
    parseDeliveryStatus(`Final-Recipient: rfc822; a@example.com\nRemote-MTA: ${value}`)?.recipients ?? [];
  expect(recipient).toMatchObject({ remoteMta: host, remoteIp: ip });
});

it("prose with the words Action and Status is no report", () => {
  expect(parseDeliveryStatus("Action: failed to see the Status: 5.1.1 of it")).toBeNull();
});
