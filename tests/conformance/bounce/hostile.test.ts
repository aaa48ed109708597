import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync, zipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import { INFLATE_LIMITS } from "#lib/bounce/containers/inflate-limits.ts";
import { LIMITS } from "#lib/bounce/mime/limits.ts";
import { parseMessage } from "#lib/bounce/mime/parse-message.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { bounceCorpus } from "../../support/bounce-corpus.ts";
import { threadTime } from "../../support/thread-time.ts";

const corpus = bounceCorpus();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads everything; an input may be refused with a BounceInputError, and with nothing else. */
async function survives(input: Uint8Array | string): Promise<number> {
  try {
    return (await Array.fromAsync(parseBounces(input))).length;
  } catch (error) {
    if (error instanceof BounceInputError) return 0;
    throw error;
  }
}

const refusal = async (input: Uint8Array | string): Promise<string | null> => {
  try {
    await Array.fromAsync(parseBounces(input));
    return null;
  } catch (error) {
    return error instanceof BounceInputError ? error.code : String(error);
  }
};

describe("mutated messages never crash", () => {
  const file = fc.constantFrom(...corpus.map(({ bytes }) => bytes));
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    insert: fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        "\n\n",
        "\r",
        "\0",
        "<",
        ">",
        "'",
        '"',
        "550 5.1.1 ",
        "smtp; ",
        "--b\n",
        "=",
        "\u00c3\u00bc",
        "{",
        "]",
      ),
    ),
  });

  it("bytes cut out, moved and put in", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(mutation, { minLength: 1, maxLength: 6 }), async (bytes, mutations) => {
        let damaged = Buffer.from(bytes);
        for (const { at, length, insert } of mutations) {
          const start = Math.floor(at * damaged.length);
          damaged = Buffer.concat([
            damaged.subarray(0, start),
            Buffer.from(insert),
            damaged.subarray(start + length),
          ]);
        }
        await survives(damaged);
        await survives(damaged.toString("utf8"));
      }),
      { numRuns: 300 },
    );
  });

  it("random bytes and random text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.string({ unit: "binary", maxLength: 2000 }),
        async (bytes, text) => {
          await survives(bytes);
          await survives(text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("archives damaged anywhere", async () => {
    const zip = zipSync({
      "a.eml": corpus.find(({ name }) => name.endsWith(".eml"))?.bytes ?? new Uint8Array(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(zip, gzipSync(bytesOf("550 5.1.1 x"))),
        fc.nat(),
        fc.nat(255),
        async (archive, at, value) => {
          const damaged = Uint8Array.from(archive);
          damaged[at % damaged.length] = value;
          await survives(damaged);
          await survives(damaged.subarray(0, at % damaged.length));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("limits", () => {
  it("refuses more than 25 MB", async () => {
    expect(await refusal(new Uint8Array(LIMITS.bytes + 1))).toBe("too-large");
  });

  it("stops a gzip bomb by its ratio", async () => {
    const bomb = gzipSync(new Uint8Array(30 * 1024 * 1024), { level: 9 });
    expect(await refusal(bomb)).toBe("archive-too-large");
  });

  it("stops a zip bomb by its ratio, and one of many files by their number", async () => {
    expect(await refusal(zipSync({ "a.eml": new Uint8Array(30 * 1024 * 1024) }, { level: 9 }))).toBe(
      "archive-too-large",
    );
    const files = Array.from({ length: INFLATE_LIMITS.files + 1 }, (_, index) => [
      `${index}.`,
      new Uint8Array(),
    ]);
    expect(await refusal(zipSync(Object.fromEntries(files), { level: 0 }))).toBe("archive-too-many-files");
  });

  it("opens one layer of archives only", async () => {
    expect(await refusal(zipSync({ "a.gz": gzipSync(bytesOf("550 5.1.1")) }))).toBe("archive-nested");
  });

  it("a bomb costs little memory", async () => {
    const bomb = gzipSync(new Uint8Array(60 * 1024 * 1024), { level: 9 });
    const before = process.memoryUsage().rss;
    await refusal(bomb);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("opens no more than twenty levels and a thousand parts", async () => {
    const deep = Array.from(
      { length: 10_000 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    ).join("");
    expect((await parseMessage(bytesOf(deep))).parts.length).toBeLessThanOrEqual(2);
    const wide = `Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\nx\n".repeat(50_000)}`;
    expect((await parseMessage(bytesOf(wide))).parts.length).toBeLessThanOrEqual(LIMITS.parts);
  });

  const MULTIPART = "From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n";
  it.each([
    ["lines of one character", `${MULTIPART}--b\n\n`, "x\n"],
    ["boundaries", MULTIPART, "--b\n"],
    ["parts of one character", MULTIPART, "--b\n\nx\n"],
    [
      "what may be boundaries",
      "Content-Type: multipart/mixed\n\n",
      `--${"y".repeat(150)} ${" ".repeat(70)}!\n`,
    ],
    ["folds of one header field", "A: b\n", " c\n"],
    ["parameters of a content type", "Content-Type: text/plain", ";a=b"],
    ["declared encodings", "Content-Type: text/plain\n\n", "Content-Transfer-Encoding: base64\n"],
    ["octets of no charset", "Content-Type: text/plain\n\n", "\xe4"],
    ["tags that never end", `${MULTIPART}--b\nContent-Type: text/html\n\n`, "<a "],
    ["text beside HTML", `${MULTIPART}--b\nContent-Type: text/html\n\nx\n--b\n\n`, "&<"],
  ])("twenty megabytes of %s take a moment", { timeout: 120_000 }, async (_, opening, filling) => {
    const source = opening + filling.repeat((20 * 1024 * 1024) / filling.length);
    const spent = threadTime();
    const { parts } = await parseMessage(Buffer.from(source, "latin1"));
    for (const part of parts) part.text();
    expect(spent()).toBeLessThan(5000);
  });

  it("reads no more than a thousand header fields", async () => {
    const flood = `Content-Type: text/plain\n${"A: b\n".repeat(1_000_000)}\nbody`;
    expect((await parseMessage(bytesOf(flood))).headers.fields.length).toBeLessThanOrEqual(
      LIMITS.headerFields,
    );
  });

  it.each([
    ["a multipart without its boundary", "Content-Type: multipart/mixed\n\ntext"],
    ["a boundary that never ends", 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\ntext'],
    [
      "a boundary inside itself",
      'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nx\n--b--',
    ],
    [
      "base64 that stops short",
      "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nNTUwIDUuMS4x",
    ],
    ["an unknown charset", "Content-Type: text/plain; charset=x-klingon\n\n550 5.1.1 User unknown"],
    ["a header only", "Subject: x\nFrom: a@example.com"],
    ["nothing", ""],
  ])("reads %s", async (_, source) => {
    expect(await survives(bytesOf(source))).toBeLessThanOrEqual(1);
  });

  it("keys of prototypes are keys like any others", async () => {
    await Array.fromAsync(
      parseBounces(
        '{"__proto__":{"polluted":1},"event":"bounce","constructor":{"prototype":{"polluted":1}}}',
      ),
    );
    await Array.fromAsync(
      parseBounces("__proto__: x\nconstructor: y\nFrom: a@example.com\nSubject: z\n\n550 5.1.1 x"),
    );
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("a large log needs little memory and time", () => {
  it("reads a hundred thousand lines lazily", { timeout: 120_000 }, async () => {
    const line =
      "Nov 22 10:00:02 mail postfix/smtp[1002]: 4Fx1yz2abc: to=<u@example.com>, relay=mx1.example.com[192.0.2.10]:25, delay=1, dsn=5.1.1, status=bounced (host mx1.example.com[192.0.2.10] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n";
    const log = line.repeat(100_000);
    const before = keptBytes();
    let count = 0;
    let most = 0;
    for await (const report of parseBounces(log)) {
      count += report.failures.length;
      if (count % 20_000 === 0) most = Math.max(most, keptBytes() - before);
    }
    expect(count).toBe(100_000);
    expect(most).toBeLessThan(100 * 1024 * 1024);
  });
});

/** Bytes of the heap that something still holds: garbage is collected first, so that its moment does not decide. */
function keptBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
