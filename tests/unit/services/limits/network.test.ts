import { expect, test } from "vitest";
import { networkOf } from "#lib/services/limits/network.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::1", "::/64"],
])("%s counts as %s", (text, network) => {
  const address = parseIpAddress(text);
  expect(address && networkOf(address)).toBe(network);
});
