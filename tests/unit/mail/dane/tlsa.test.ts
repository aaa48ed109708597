import { describe, expect, it } from "vitest";
import { matchesChain, type TlsaRecord, tlsaProblem } from "#lib/mail/dane/tlsa.ts";

const record = (usage: number, selector: number, matchingType: number, data: string): TlsaRecord => ({
  usage,
  selector,
  matchingType,
  data,
});
const SHA256 = "ab".repeat(32);
const SHA512 = "cd".repeat(64);

describe("tlsaProblem (RFC 7672 3.1)", () => {
  it.each([
    [record(3, 1, 1, SHA256), null],
    [record(3, 0, 2, SHA512), null],
    [record(2, 1, 1, SHA256), null],
    [record(2, 0, 0, "3082"), null],
    [record(0, 1, 1, SHA256), "usage"],
    [record(1, 1, 1, SHA256), "usage"],
    [record(255, 1, 1, SHA256), "usage"],
    [record(3, 2, 1, SHA256), "selector"],
    [record(3, 1, 3, SHA256), "matching-type"],
    [record(3, 1, 1, SHA512), "length"],
    [record(3, 1, 2, SHA256), "length"],
    [record(3, 1, 1, ""), "length"],
    [record(3, 1, 0, ""), "length"],
  ])("%j: %s", (tlsa, problem) => {
    expect(tlsaProblem(tlsa)).toBe(problem);
  });
});

const forms = (letter: string) => ({
  certificate: `${letter}0`,
  certificateSha256: `${letter}1`.repeat(32),
  certificateSha512: `${letter}2`.repeat(64),
  publicKey: `${letter}3`,
  publicKeySha256: `${letter}4`.repeat(32),
  publicKeySha512: `${letter}5`.repeat(64),
});

describe("matchesChain (RFC 7671 5)", () => {
  const chain = [forms("a"), forms("b"), forms("c")];

  it.each([
    [record(3, 0, 0, "a0"), true],
    [record(3, 0, 1, "a1".repeat(32)), true],
    [record(3, 0, 2, "a2".repeat(64)), true],
    [record(3, 1, 0, "a3"), true],
    [record(3, 1, 1, "A4".repeat(32)), true],
    [record(3, 1, 2, "a5".repeat(64)), true],
    [record(3, 1, 1, "a1".repeat(32)), false],
    [record(3, 1, 1, "b4".repeat(32)), false],
    [record(2, 1, 1, "b4".repeat(32)), true],
    [record(2, 0, 1, "c1".repeat(32)), true],
    [record(2, 1, 1, "a4".repeat(32)), false],
    [record(1, 1, 1, "a4".repeat(32)), false],
  ])("%j: %s", (tlsa, matches) => {
    expect(matchesChain(tlsa, { chain, namedAndCurrent: true })).toBe(matches);
  });

  it("ignores names and dates for DANE-EE and heeds them for DANE-TA", () => {
    const shown = { chain, namedAndCurrent: false };
    expect(matchesChain(record(3, 1, 1, "a4".repeat(32)), shown)).toBe(true);
    expect(matchesChain(record(2, 1, 1, "b4".repeat(32)), shown)).toBe(false);
  });

  it("matches nothing in an empty chain", () => {
    expect(matchesChain(record(3, 1, 1, SHA256), { chain: [], namedAndCurrent: true })).toBe(false);
  });
});
