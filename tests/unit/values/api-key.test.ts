import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { isWholeApiKey, makeApiKey, shownPartOf } from "#lib/values/api-key.ts";

test("a key has a prefix that scanners know, 22 secret characters and six of checksum", () => {
  const key = makeApiKey();
  expect(key).toMatch(/^mt_live_[0-9A-Za-z]{28}$/);
  expect(new Set(Array.from({ length: 100 }, () => makeApiKey())).size).toBe(100);
});

test("the checksum is the CRC-32 of the secret in base62", () => {
  const key = makeApiKey();
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const value = key
    .slice(30)
    .split("")
    .reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
  expect(value).toBe(crc32(key.slice(8, 30)));
});

test("a key is whole, and one with any character changed, lost or added is not", () => {
  const key = makeApiKey();
  expect(isWholeApiKey(key)).toBe(true);
  for (let at = 0; at < key.length; at += 1) {
    const other = key[at] === "x" ? "y" : "x";
    expect(isWholeApiKey(`${key.slice(0, at)}${other}${key.slice(at + 1)}`)).toBe(false);
    expect(isWholeApiKey(key.slice(0, at) + key.slice(at + 1))).toBe(false);
  }
  for (const text of ["", `${key}0`, ` ${key}`, `${key}\n`, key.toUpperCase()]) {
    expect(isWholeApiKey(text)).toBe(false);
  }
});

test("what is shown of a key does not help to guess the rest", () => {
  const key = makeApiKey();
  expect(shownPartOf(key)).toBe(key.slice(0, 12));
});
