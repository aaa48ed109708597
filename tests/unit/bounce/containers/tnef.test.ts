import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textOfTnef } from "#lib/bounce/containers/tnef.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

const filled = (bytes: Buffer): Buffer => Buffer.concat([bytes], Math.ceil(bytes.length / 4) * 4);

/** Properties ([MS-OXTNEF] 2.1.3.4): texts as Unicode, before them one of fixed width and one with a name. */
const row = (texts: Readonly<Record<number, string>>): Buffer => {
  const entries = Object.entries(texts);
  return Buffer.concat([
    number(entries.length + 3),
    number((0x0e06 << 16) | 0x40),
    Buffer.alloc(8),
    number((0x8001 << 16) | 0x03),
    Buffer.alloc(16, 1),
    number(1),
    number(6),
    filled(Buffer.from("ab\0", "utf16le")),
    number(7),
    number((0x0e07 << 16) | 0x03),
    number(1),
    ...entries.flatMap(([id, text]) => {
      const octets = Buffer.from(`${text}\0`, "utf16le");
      return [number((Number(id) << 16) | 0x1f), number(1), number(octets.length), filled(octets)];
    }),
  ]);
};

const attribute = (id: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([1]), number(id), number(content.length), content, Buffer.alloc(2)]);

const HEAD = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]);

/** What Exchange 2000 wrote: words and recipients of the report in properties only. */
const WINMAIL = Buffer.concat([
  HEAD,
  attribute(0x00078008, Buffer.from("REPORT.IPM.Note.NDR\0")),
  attribute(0x00018004, Buffer.from("Undeliverable: Minutes\0")),
  attribute(
    0x00069003,
    row({ 0x1001: "Your message did not reach some or all of the intended recipients." }),
  ),
  attribute(
    0x00069004,
    Buffer.concat([
      number(2),
      row({ 0x39fe: "gone@example.com", 0x0c1b: "<mx.example.com #5.1.1 smtp;550 5.1.1 User unknown>" }),
      row({ 0x3003: "full@example.net", 0x0c1b: "<mx.example.net #5.2.2 smtp;552 5.2.2 Mailbox full>" }),
    ]),
  ),
]);

const FAILURES = [
  { recipient: "gone@example.com", replyCode: 550, enhancedStatus: "5.1.1" },
  { recipient: "full@example.net", replyCode: 552, enhancedStatus: "5.2.2" },
];

describe("winmail.dat", () => {
  it("gives the words of a report and what it says of each recipient", () => {
    const text = textOfTnef(WINMAIL);
    expect(text).toContain("Subject: Undeliverable: Minutes\n\nYour message did not reach");
    expect(text).toContain("full@example.net\n<mx.example.net #5.2.2");
  });

  it("is read as a file", async () => {
    const [report] = await Array.fromAsync(parseBounces(WINMAIL));
    expect(report?.failures).toMatchObject(FAILURES);
  });

  it("is read in a mail that says nothing else", async () => {
    const mail = `From: System Administrator <postmaster@example.org>
To: anna@example.org
Subject: Undeliverable: Minutes
MIME-Version: 1.0
Content-Type: application/ms-tnef; name="winmail.dat"
Content-Transfer-Encoding: base64

${WINMAIL.toString("base64").replace(/.{76}/g, "$&\r\n")}
`;
    const [report] = await Array.fromAsync(parseBounces(Buffer.from(mail)));
    expect(report?.failures).toMatchObject(FAILURES);
  });

  it("that is damaged or hostile ends", () => {
    fc.assert(
      fc.property(fc.nat(WINMAIL.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, octets) => {
        const damaged = Buffer.from(WINMAIL);
        damaged.set(octets.slice(0, damaged.length - at), at);
        expect(typeof textOfTnef(damaged)).toBe("string");
        expect(typeof textOfTnef(Buffer.concat([HEAD, octets]))).toBe("string");
      }),
    );
  });
});
