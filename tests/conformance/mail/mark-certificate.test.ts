import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readMarkCertificate } from "#lib/mail/bimi/mark-certificate.ts";
import { selfSigned } from "../../support/certificates.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><title>x</title></svg>';
const MARK_USAGE = "extendedKeyUsage=1.3.6.1.5.5.7.3.31";
const logotype = (bytes: Uint8Array) =>
  `1.3.6.1.5.5.7.1.12=ASN1:IA5STRING:data:image/svg+xml;base64,${Buffer.from(bytes).toString("base64")}`;

const made = (names: readonly string[], extensions: readonly string[]) =>
  Buffer.from(selfSigned({ names, commonName: "Example Inc.", extensions }).cert);

/** After all certificates made here began, however long making them takes. */
const now = new Date(Date.now() + 3_600_000);
const use = { domains: ["example.com"], now };

describe("a mark certificate made with openssl", () => {
  it("is read with its names, its dates and the logo inside", () => {
    const certificate = made(["example.com"], [MARK_USAGE, logotype(gzipSync(SVG))]);
    const read = readMarkCertificate(certificate, use);
    expect(read).toMatchObject({ problem: null, names: ["example.com"], svg: SVG });
    expect(Date.parse(read.validTo ?? "")).toBeGreaterThan(now.getTime());
  });

  it("may name one selector of the domain", () => {
    const certificate = made(["brand._bimi.example.com"], [MARK_USAGE]);
    expect(readMarkCertificate(certificate, use)).toMatchObject({ problem: null, svg: null });
  });

  it("is told from others", () => {
    const ordinary = made(["example.com"], []);
    expect(readMarkCertificate(ordinary, use).problem).toBe("not-a-mark-certificate");
    const foreign = made(["example.net"], [MARK_USAGE]);
    expect(readMarkCertificate(foreign, use).problem).toBe("other-domain");
    const later = new Date(now.getTime() + 400 * 86_400_000);
    const valid = made(["example.com"], [MARK_USAGE]);
    expect(readMarkCertificate(valid, { ...use, now: later }).problem).toBe("expired");
    const earlier = new Date(now.getTime() - 86_400_000);
    expect(readMarkCertificate(valid, { ...use, now: earlier }).problem).toBe("not-yet-valid");
  });

  it("does not unpack a bomb", () => {
    const bomb = made(["example.com"], [MARK_USAGE, logotype(gzipSync(Buffer.alloc(2_000_000)))]);
    expect(readMarkCertificate(bomb, use)).toMatchObject({ problem: null, svg: null });
  });
});
