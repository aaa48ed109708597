import { expect, test } from "vitest";
import { hasVerifiedAddress } from "#lib/auth/oauth-providers.ts";

test.each([
  ["google", { email: "jane@example.com", email_verified: true }, true],
  ["google", { email: "jane@example.com", email_verified: false }, false],
  ["google", { email: "jane@example.com", email_verified: "true" }, false],
  ["google", { email: "jane@example.com" }, false],
  ["google", { email_verified: true }, false],
  ["google", { email: '"jane@attacker.example"@example.com', email_verified: true }, false],
  ["google", { email: "jane\uFF20example.com", email_verified: true }, false],
  ["github", { email: "jane@example.com", email_verified: true }, true],
  ["github", { email: "jane@example.com" }, false],
  // The directory is the operator's own: its administrator answers for the addresses.
  ["azure-ad", { email: "jane@example.com" }, true],
  ["azure-ad", {}, false],
])("%s that tells %j: %s", (provider, claims, isVerified) => {
  expect(hasVerifiedAddress(provider, claims)).toBe(isVerified);
});
