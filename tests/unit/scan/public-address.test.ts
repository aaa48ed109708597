import { describe, expect, it } from "vitest";
import { isPublicAddress } from "#lib/scan/public-address.ts";

describe("isPublicAddress", () => {
  it.each([
    "93.184.216.34",
    "2606:2800:220:1::1",
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "2001:db8::1",
    "3fff::1",
  ])("%s is public", address => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    "10.0.0.1",
    "127.0.0.1",
    "169.254.1.1",
    "100.64.0.1",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:192.0.2.1",
    "x",
    "",
  ])("%s is not", address => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
