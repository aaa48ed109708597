import { describe, expect, it } from "vitest";
import { textOfOutlookMsg } from "#lib/bounce/containers/outlook-msg.ts";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { compoundFile } from "../../../support/compound-file.ts";

describe("an Outlook message, whatever its name ends in", () => {
  const message = compoundFile({
    "__substg1.0_0037001F": "Undeliverable: Minutes",
    "__substg1.0_1000001F":
      "Delivery has failed to these recipients or groups:\n\ngone@example.com\n\nDiagnostic information for administrators:\n\ngone@example.com\nRemote Server returned '550 5.1.1 User unknown'",
  });

  it("gives its text", () => {
    expect(textOfOutlookMsg(message)).toContain("Subject: Undeliverable: Minutes");
  });

  it("is read like any other report", async () => {
    const [report] = await Array.fromAsync(parseBounces(message));
    expect(report?.failures[0]).toMatchObject({
      recipient: "gone@example.com",
      replyCode: 550,
      enhancedStatus: "5.1.1",
    });
  });

  it("without a body says so", () => {
    expect(() => textOfOutlookMsg(compoundFile({ "__substg1.0_0037001F": "x" }))).toThrow(BounceInputError);
  });

  it("keeps a report, its recipients and the mail attached to it apart ([MS-OXMSG] 2.2)", async () => {
    const report = compoundFile({
      "__substg1.0_001A001F": "REPORT.IPM.Note.NDR",
      "__substg1.0_0037001F": "Undeliverable: Minutes",
      "__substg1.0_1001001F": "Your message did not reach some or all of the intended recipients.",
      "__recip_version1.0_#00000000/__substg1.0_3001001F": "Gone",
      "__recip_version1.0_#00000000/__substg1.0_39FE001F": "gone@example.com",
      "__recip_version1.0_#00000000/__substg1.0_0C1B001F":
        "<mx.example.com #5.1.1 smtp;550 5.1.1 User unknown>",
      "__recip_version1.0_#00000001/__substg1.0_39FE001F": "full@example.net",
      "__recip_version1.0_#00000001/__substg1.0_0C1B001F":
        "<mx.example.net #5.2.2 smtp;552 5.2.2 Mailbox full>",
      "__attach_version1.0_#00000000/__substg1.0_3701000D/__substg1.0_1000001F":
        "550 is the number of my house",
      "__attach_version1.0_#00000000/__substg1.0_3701000D/__substg1.0_007D001F":
        "Received: from ws (192.0.2.7)\r\nFrom: anna@example.org\r\nMessage-ID: <1@example.org>\r\n",
    });
    const [read] = await Array.fromAsync(parseBounces(report));
    expect(
      read?.failures.map(({ recipient, replyCode, causes }) => [recipient, replyCode, causes[0]?.cause]),
    ).toEqual([
      ["gone@example.com", 550, "recipient_unknown"],
      ["full@example.net", 552, "mailbox_full"],
    ]);
    expect(read?.message.messageId).toBe("<1@example.org>");
    expect(read?.text).not.toContain("my house");
  });

  it("with a body in sectors of its own is read to its end", () => {
    const long = `550 5.1.1 User unknown ${"x".repeat(9000)}`;
    expect(textOfOutlookMsg(compoundFile({ "__substg1.0_1000001F": long }))).toBe(long);
  });

  it("whose chains run in circles ends all the same", async () => {
    for (let at = 512; at < message.length; at += 128) {
      const looped = Buffer.from(message);
      looped.writeUInt32LE(1, at);
      looped.writeUInt32LE(0, at + 72);
      looped.writeUInt32LE(1, at + 76);
      try {
        await Array.fromAsync(parseBounces(looped));
      } catch (error) {
        expect(error).toBeInstanceOf(BounceInputError);
      }
    }
  });
});
