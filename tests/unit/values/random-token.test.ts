import { expect, test } from "vitest";
import { randomToken } from "#lib/values/random-token.ts";

test("22 base62 characters, new every time", () => {
  const tokens = Array.from({ length: 1_000 }, () => randomToken());
  expect(new Set(tokens).size).toBe(1_000);
  for (const token of tokens) expect(token).toMatch(/^[0-9A-Za-z]{22}$/);
});

test("bytes that would make some digits likelier are thrown away", () => {
  // 248 to 255 would be a second helping of the digits 0 to 7; 247 is the last "z", 186 the last "0".
  const bytes = [255, 248, 247, 251, 186];
  let at = 0;
  const token = randomToken(into => into.map(() => bytes[at++ % bytes.length] ?? 0));
  expect(token).toBe("z0".repeat(11));
});
