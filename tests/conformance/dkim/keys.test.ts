import { Buffer } from "node:buffer";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import { tidyKeyRecord, withoutTestFlag } from "#lib/mail/dkim/write-key.ts";
import { bareRsaKey, rsaKey, rsaRecord } from "../../support/dkim-keys.ts";
import { threadTime } from "../../support/thread-time.ts";

/** mailauth publishes no types for this file. */
const { getPublicKey } = createRequire(import.meta.url)("mailauth/lib/tools") as {
  getPublicKey(
    type: string,
    name: string,
    minBitLength: number,
    resolver: () => Promise<string[][]>,
    options: { strict: boolean },
  ): Promise<{ keyType: string; modulusLength?: number; testing: boolean }>;
};

/** What mailauth makes of a record: "rsa 2048", "ed25519", or its error code. */
const byMailauth = (text: string, strict: boolean): Promise<string> =>
  getPublicKey("DKIM", "s._domainkey.example.com", 1, async () => [[text]], { strict }).then(
    ({ keyType, modulusLength }) => (keyType === "rsa" ? `rsa ${modulusLength}` : keyType),
    (error: { code?: string }) => `error ${error.code}`,
  );

const byUs = (text: string): string => {
  const key = parseKeyRecord(text);
  if (key.kind !== "key") return "error";
  return key.type === "rsa" ? `rsa ${key.bits}` : key.type;
};

describe("real keys", () => {
  test.each([512, 1024, 2048])("an RSA key of %i bits made by OpenSSL, wrapped and bare", bits => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
    const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    const bare = publicKey.export({ type: "pkcs1", format: "der" }).toString("base64");
    expect(parseKeyRecord(`p=${spki}`)).toMatchObject({ kind: "key", bits, problems: [] });
    expect(parseKeyRecord(`p=${bare}`)).toMatchObject({ kind: "key", bits, problems: ["bare-rsa-key"] });
    expect(tidyKeyRecord(`p=${bare}`)).toBe(`p=${spki}`);
  });

  test("private keys, however written, are recognised", () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    for (const type of ["pkcs1", "pkcs8"] as const) {
      const text = privateKey.export({ type, format: "der" }).toString("base64");
      expect(parseKeyRecord(`v=DKIM1; p=${text}`)).toMatchObject({ kind: "invalid", defect: "private-key" });
    }
  });

  test("keys of other kinds are told apart", () => {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const text = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    expect(parseKeyRecord(`p=${text}`)).toMatchObject({ kind: "invalid", defect: "wrong-algorithm" });
  });
});

describe("damaged keys, against OpenSSL", () => {
  /** A wrapped or bare key with some bytes changed, cut or added. */
  const damaged = fc
    .record({
      key: fc.constantFrom(rsaKey(1024), rsaKey(1023), bareRsaKey(512)),
      changes: fc.array(fc.tuple(fc.nat(30), fc.nat(255)), { maxLength: 3 }),
      cut: fc.nat(3),
      add: fc.uint8Array({ maxLength: 2 }),
    })
    .map(({ key, changes, cut, add }) => {
      const bytes = Buffer.from(key);
      for (const [at, value] of changes) bytes[at] = value;
      return Buffer.concat([bytes.subarray(0, bytes.length - cut), add]);
    });

  /**
   * What we call a key OpenSSL must be able to load, with the same length. The other way round OpenSSL takes more:
   * lengths in more bytes than needed, even moduli and other encodings that are not DER, and of those a domain
   * should hear.
   */
  test("what we accept, OpenSSL accepts", () => {
    let accepted = 0;
    fc.assert(
      fc.property(damaged, bytes => {
        const ours = parseKeyRecord(`p=${bytes.toString("base64")}`);
        if (ours.kind !== "key") return;
        const type = ours.problems.includes("bare-rsa-key") ? "pkcs1" : "spki";
        const key = createPublicKey({ key: bytes, format: "der", type });
        expect(key.asymmetricKeyDetails?.modulusLength).toBe(ours.bits);
        accepted += 1;
      }),
      { numRuns: 20_000, seed: 6376 },
    );
    expect(accepted).toBeGreaterThan(500);
  });
});

describe("records as mailauth reads them", () => {
  const ed25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  const part = fc.constantFrom(
    "v=DKIM1",
    "v=DKIM2",
    "v=dkim1",
    "k=rsa",
    "k=RSA",
    "k=ed25519",
    "k=ecdsa",
    "h=sha256",
    "s=email",
    "s=*",
    "s=tlsrpt",
    "t=y",
    "t=y:s",
    "n=note",
    "x=unknown",
    "g=*",
  );
  const key = fc.constantFrom(
    `p=${rsaKey(1024).toString("base64")}`,
    `p=${bareRsaKey(1024).toString("base64")}`,
    `p=${rsaKey(2048).toString("base64").slice(0, 180)}`,
    `p=${ed25519}`,
    "p=",
    "p=!!!!",
    "p=aGVsbG8=",
    "k=rsa",
  );
  const record = fc
    .tuple(fc.array(part, { maxLength: 4 }), key, fc.array(part, { maxLength: 1 }))
    .map(([before, middle, after]) => [...before, middle, ...after].join("; "));

  /**
   * Strict mode keeps to RFC 6376 as we do. Known and wanted differences: "v" that is not the first tag, and
   * "k" in capitals, which most verifiers accept: we read the key and list the problem, mailauth refuses.
   */
  test("3000 generated records, strict", async () => {
    await fc.assert(
      fc.asyncProperty(record, async text => {
        const ours = parseKeyRecord(text);
        const tolerated = ours.kind === "key" && ours.problems.some(problem => TOLERATED.includes(problem));
        if (tolerated) return;
        const theirs = await byMailauth(text, true);
        expect([text, byUs(text)]).toEqual([text, theirs.startsWith("error") ? "error" : theirs]);
      }),
      { numRuns: 3000, seed: 8463 },
    );
  });

  const TOLERATED: readonly string[] = ["version-not-first", "key-type-case"];
});

describe("the parser takes anything", () => {
  const octets = fc
    .array(
      fc.oneof(
        fc.constantFrom(";", "=", " ", "v=DKIM1", "k=rsa", "p=", "MII", "t=y", "\\", '"'),
        fc.integer({ min: 0, max: 255 }).map(code => String.fromCharCode(code)),
      ),
      { maxLength: 60 },
    )
    .map(parts => parts.join(""));

  test("text never makes it throw, and faults lie in the text", () => {
    fc.assert(
      fc.property(octets, text => {
        const key = parseKeyRecord(text);
        if (key.kind === "invalid") {
          expect(key.position).toBeGreaterThanOrEqual(0);
          expect(key.position).toBeLessThanOrEqual(text.length);
        }
        tidyKeyRecord(text);
        withoutTestFlag(text);
      }),
      { numRuns: 5000 },
    );
  });

  test("bytes never make it throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        const { kind } = parseKeyRecord(`v=DKIM1; p=${Buffer.from([0x30, ...bytes]).toString("base64")}`);
        expect(["key", "invalid"]).toContain(kind);
      }),
      { numRuns: 5000 },
    );
  });

  test("a key that was read is read again the same after tidying", () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 4096 }), fc.boolean(), (bits, bare) => {
        const text = bare ? `k=RSA; p=${bareRsaKey(bits).toString("base64")}; v=DKIM1` : rsaRecord(bits);
        expect(parseKeyRecord(tidyKeyRecord(text))).toMatchObject({ kind: "key", bits, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["blanks", (size: number) => `v=DKIM1; p=${" ".repeat(size)}`],
    ["padding", (size: number) => `v=DKIM1; p=AAAA${"=".repeat(size)}`],
    ["semicolons", (size: number) => `v=DKIM1${";".repeat(size)}`],
    ["a long key", (size: number) => `v=DKIM1; p=${"MII".repeat(size / 3)}`],
    ["nested sequences", (size: number) => `v=DKIM1; p=${Buffer.alloc(size / 2, 0x30).toString("base64")}`],
    ["quotes", (size: number) => `${'"'.repeat(size)}v=DKIM1`],
  ])("%s take linear time", (_, make) => {
    const text = make(1 << 18);
    const spent = threadTime();
    parseKeyRecord(text);
    tidyKeyRecord(text);
    expect(spent()).toBeLessThan(2000);
  });
});
