import { describe, expect, it } from "vitest";
import { textOfOutlookMsg } from "#lib/bounce/containers/outlook-msg.ts";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** A compound file ([MS-CFB]) with these streams, each long enough to stand in sectors of its own. */
function compoundFile(streams: Readonly<Record<string, string>>): Uint8Array {
  const contents = Object.values(streams).map(text => Buffer.from(text.padEnd(2048, " "), "utf16le"));
  const sectorsOf = (bytes: Buffer): number => Math.ceil(bytes.length / SECTOR);
  const directorySectors = Math.ceil((contents.length + 1) / 4);
  const fat: number[] = [0xfffffffd];
  for (let index = 0; index < directorySectors; index += 1)
    fat.push(index + 1 === directorySectors ? END : index + 2);
  const starts = contents.map(bytes => {
    const start = fat.length;
    for (let index = 1; index <= sectorsOf(bytes); index += 1)
      fat.push(index === sectorsOf(bytes) ? END : fat.length + 1);
    return start;
  });
  const header = Buffer.alloc(SECTOR);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(END, 60);
  for (let index = 0; index < 109; index += 1) header.writeUInt32LE(index === 0 ? 0 : FREE, 76 + index * 4);
  const table = Buffer.alloc(SECTOR, 0xff);
  for (const [index, next] of fat.entries()) table.writeUInt32LE(next, index * 4);
  const entries = [
    entry("Root Entry", 5, END, 0),
    ...Object.keys(streams).map((name, index) =>
      entry(name, 2, starts[index] ?? END, contents[index]?.length ?? 0),
    ),
  ];
  const directory = Buffer.concat(entries, directorySectors * SECTOR);
  const padded = contents.map(bytes => Buffer.concat([bytes], sectorsOf(bytes) * SECTOR));
  return Buffer.concat([header, table, directory, ...padded]);
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, "utf16le");
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = type;
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

describe("an Outlook message, whatever its name ends in", () => {
  const message = compoundFile({
    "__substg1.0_0037001F": "Undeliverable: Minutes",
    "__substg1.0_1000001F":
      "Delivery has failed to these recipients or groups:\n\ngone@example.com\n\nDiagnostic information for administrators:\n\ngone@example.com\nRemote Server returned '550 5.1.1 User unknown'",
  });

  it("gives its text", () => {
    expect(textOfOutlookMsg(message)).toContain("Subject: Undeliverable: Minutes");
  });

  it("is read like any other report", () => {
    const [report] = parseBounces(message);
    expect(report?.failures[0]).toMatchObject({
      recipient: "gone@example.com",
      replyCode: 550,
      enhancedStatus: "5.1.1",
    });
  });

  it("without a body says so", () => {
    expect(() => textOfOutlookMsg(compoundFile({ "__substg1.0_0037001F": "x" }))).toThrow(BounceInputError);
  });

  it("whose chains run in circles ends all the same", () => {
    const looped = Buffer.from(message);
    looped.writeUInt32LE(1, SECTOR + 4);
    expect(() => Array.from(parseBounces(looped))).not.toThrow(RangeError);
  });
});
