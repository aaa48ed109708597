import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import { bareRsaKey, der, integer, rsaKey, rsaRecord } from "../../../support/dkim-keys.ts";

/** RFC 6376 appendix C, as corrected there: a 1024-bit key. */
const BRISBANE =
  "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYt" +
  "IxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhi" +
  "tdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB";

/** RFC 8463 appendix A.2. */
const FOOTBALL = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

const b64 = (bytes: Buffer): string => bytes.toString("base64");
const defect = (text: string) => {
  const key = parseKeyRecord(text);
  return key.kind === "invalid" ? key.defect : key.kind;
};

describe("keys", () => {
  test("the RSA example of RFC 6376", () => {
    expect(parseKeyRecord(BRISBANE)).toEqual({
      kind: "key",
      type: "rsa",
      bits: 1024,
      testing: false,
      exactDomain: false,
      hashes: null,
      note: null,
      problems: [],
    });
  });

  test("the Ed25519 example of RFC 8463", () => {
    expect(parseKeyRecord(FOOTBALL)).toMatchObject({ kind: "key", type: "ed25519", bits: 256, problems: [] });
  });

  test.each([511, 512, 767, 1023, 1024, 1025, 2047, 2048, 4096, 4097, 8192, 16_384])(
    "a modulus of %i bits",
    bits => {
      expect(parseKeyRecord(rsaRecord(bits))).toMatchObject({ kind: "key", bits });
    },
  );

  test("version and key type may be left out, the version must be exact when it is there", () => {
    expect(parseKeyRecord(rsaRecord(2048, ""))).toMatchObject({ kind: "key", type: "rsa" });
    expect(defect(rsaRecord(2048, "v=DKIM2; "))).toBe("version");
    expect(defect(rsaRecord(2048, "v=dkim1; "))).toBe("version");
    expect(parseKeyRecord(`k=rsa; p=${b64(rsaKey(1024))}; v=DKIM1`)).toMatchObject({
      problems: ["version-not-first"],
    });
  });

  test("folding white space inside the key, with and without padding", () => {
    const text = b64(rsaKey(1024));
    expect(parseKeyRecord(`p=${text.slice(0, 50)} \t${text.slice(50)}`)).toMatchObject({ bits: 1024 });
    expect(parseKeyRecord(`p=${text.replaceAll("=", "")}`)).toMatchObject({ bits: 1024 });
    expect(parseKeyRecord(FOOTBALL.replace(/=$/u, ""))).toMatchObject({ bits: 256 });
  });

  test("flags, hashes and note", () => {
    const text = rsaRecord(2048, "v=DKIM1; h=sha1:sha256; s=email; t=y : s; n=rotate in May; ");
    expect(parseKeyRecord(text)).toMatchObject({
      testing: true,
      exactDomain: true,
      hashes: ["sha1", "sha256"],
      note: "rotate in May",
    });
  });

  test("a bare RSAPublicKey is read and marked", () => {
    expect(parseKeyRecord(`v=DKIM1; p=${b64(bareRsaKey(2048))}`)).toMatchObject({
      bits: 2048,
      problems: ["bare-rsa-key"],
    });
  });

  test("what is tolerated is marked", () => {
    expect(parseKeyRecord(`v=DKIM1;; k=RSA; p=${b64(rsaKey(2048))}`)).toMatchObject({
      problems: ["key-type-case", "empty-segment"],
    });
    const trailing = Buffer.concat([rsaKey(2048), Buffer.from([0, 0])]);
    expect(parseKeyRecord(`v=DKIM1; p=${b64(trailing)}`)).toMatchObject({ problems: ["trailing-data"] });
  });

  test("unknown tags, services and flags are ignored", () => {
    expect(parseKeyRecord(rsaRecord(2048, "v=DKIM1; g=*; x=1; s=tlsrpt:email; t=q; "))).toMatchObject({
      kind: "key",
      testing: false,
      problems: [],
    });
  });
});

describe("no usable key", () => {
  test("an empty p is a revoked key", () => {
    expect(parseKeyRecord("v=DKIM1; p=")).toEqual({ kind: "revoked" });
    expect(parseKeyRecord("v=DKIM1; k=rsa; p= ;")).toEqual({ kind: "revoked" });
  });

  test.each([
    ["no p", "v=DKIM1; k=rsa", "no-public-key"],
    ["a stray word", rsaRecord(2048, "v=DKIM1; rsa; "), "syntax"],
    ["a quote before the record", `"${rsaRecord(2048)}`, "syntax"],
    ["a repeated tag", rsaRecord(2048, "v=DKIM1; k=rsa; k=rsa; "), "duplicate-tag"],
    ["quotes inside the key", 'v=DKIM1; p=MIIB" "IjAN', "not-base64"],
    ["a PEM file", "v=DKIM1; p=-----BEGIN PUBLIC KEY-----MIIB", "not-base64"],
    ["characters after the padding", "v=DKIM1; p=AAAA=BBB", "not-base64"],
    ["half a key", `v=DKIM1; p=${b64(rsaKey(2048)).slice(0, 200)}`, "truncated"],
    ["half a key, cut inside a base64 group", `v=DKIM1; p=${b64(rsaKey(2048)).slice(0, 201)}`, "truncated"],
    ["something else", `v=DKIM1; p=${b64(Buffer.from("hello world, hello world"))}`, "not-a-key"],
    [
      "a private key (PKCS #1)",
      `p=${b64(der(0x30, der(2, Buffer.from([0])), integer(512), integer(8)))}`,
      "private-key",
    ],
    [
      "an algorithm of another kind",
      "v=DKIM1; p=MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      "wrong-algorithm",
    ],
    [
      "Ed25519 wrapped in SubjectPublicKeyInfo",
      "v=DKIM1; k=ed25519; p=MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      "ed25519-length",
    ],
    ["an RSA key called Ed25519", rsaRecord(1024, "v=DKIM1; k=ed25519; "), "ed25519-length"],
    ["an unknown type", rsaRecord(1024, "v=DKIM1; k=ecdsa; "), "unknown-key-type"],
    ["only SHA-1 allowed (RFC 8301)", rsaRecord(2048, "v=DKIM1; h=sha1; "), "only-sha1"],
    ["only an unknown hash", rsaRecord(2048, "v=DKIM1; h=md5; "), "no-known-hash"],
    ["not for mail", rsaRecord(2048, "v=DKIM1; s=tlsrpt; "), "not-for-email"],
    [
      "an even modulus",
      `p=${b64(der(0x30, der(2, Buffer.from([0x40, 0])), der(2, Buffer.from([3]))))}`,
      "not-a-key",
    ],
    ["an exponent of 1", `p=${b64(der(0x30, integer(512), der(2, Buffer.from([1]))))}`, "not-a-key"],
    [
      "a negative modulus",
      `p=${b64(der(0x30, der(2, Buffer.from([0x81, 1])), der(2, Buffer.from([3]))))}`,
      "not-a-key",
    ],
    ["a length of four gigabytes", `p=${b64(Buffer.from("3084ffffffff0201030201", "hex"))}`, "truncated"],
    ["an indefinite length", `p=${b64(Buffer.from("3080020103020103", "hex"))}`, "not-a-key"],
  ])("%s", (_, text, expected) => {
    expect(defect(text)).toBe(expected);
  });

  test("the place of the fault", () => {
    const text = 'v=DKIM1; p=MIIB" "IjAN';
    expect(parseKeyRecord(text)).toMatchObject({ position: text.indexOf('"'), part: '" "IjAN' });
  });

  test.each(["", "v=spf1 -all", "v=DMARC1; p=none", "google-site-verification=x", "hello"])(
    "%j is not meant as a key",
    text => {
      expect(parseKeyRecord(text)).toEqual({ kind: "other" });
    },
  );
});
