import { describe, expect, test } from "vitest";
import {
  confirmToken,
  readUnsubscribeToken,
  unsubscribeToken,
  webhookSecret,
} from "#lib/services/alerts/tokens.ts";
import { cut } from "#lib/services/alerts/letters/letter-words.ts";

const SECRET = "the secret of an installation";
const ID = "aB3aB3aB3aB3aB3aB3aB3a";

test("tokens of one purpose are none of another, and hang on the installation", () => {
  const made = [SECRET, "another"].flatMap(secret => [
    confirmToken(secret, ID),
    webhookSecret(secret, ID).slice("whsec_".length),
    unsubscribeToken(secret, ID).slice(ID.length + 1),
  ]);
  expect(new Set(made).size).toBe(6);
  for (const token of made) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

describe("the token that ends alerts", () => {
  test("names its channel", () => {
    expect(readUnsubscribeToken(SECRET, unsubscribeToken(SECRET, ID))).toBe(ID);
  });

  test("is worth nothing once a single character of it is another", () => {
    const token = unsubscribeToken(SECRET, ID);
    for (let at = 0; at < token.length - 1; at += 1) {
      const other = token[at] === "x" ? "y" : "x";
      expect(readUnsubscribeToken(SECRET, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
  });

  test("of another installation is none", () => {
    expect(readUnsubscribeToken("another", unsubscribeToken(SECRET, ID))).toBeNull();
  });
});

test("texts are cut between characters", () => {
  expect(cut("abc", 3)).toBe("abc");
  expect(cut("abcd", 3)).toBe("ab…");
  expect(cut("👍👍👍👍", 3)).toBe("👍👍…");
});
