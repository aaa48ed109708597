import { expect, test } from "vitest";
import { parseAddressBlock } from "#lib/values/ip-address.ts";
import { settleForwarded } from "#lib/web/server/forwarded.ts";

interface Told {
  readonly peer?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly trusted?: readonly string[];
}

/** What everything behind sees: client, host, scheme. */
function settled({ peer = "198.51.100.9", headers = {}, trusted = [] }: Told): string {
  const changed: Record<string, string | string[] | undefined> = { host: "in.example", ...headers };
  settleForwarded(changed, { peer, trusted: trusted.flatMap(block => parseAddressBlock(block) ?? []) });
  const names = Object.keys(changed).filter(name => /forwarded|x-real-ip/.test(name));
  expect(names.toSorted()).toEqual(["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"]);
  return `${changed["x-forwarded-for"]} ${changed["x-forwarded-host"]} ${changed["x-forwarded-proto"]}`;
}

const LIES = {
  "x-forwarded-for": "203.0.113.1",
  "x-forwarded-host": "attacker.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "443",
  "x-real-ip": "203.0.113.1",
  forwarded: "for=203.0.113.1;host=attacker.example",
};

test("what somebody says of themselves counts for nothing", () => {
  expect(settled({ headers: LIES })).toBe("198.51.100.9 in.example http");
  expect(settled({ headers: LIES, trusted: ["10.0.0.0/8"] })).toBe("198.51.100.9 in.example http");
});

test("a proxy of ours is believed", () => {
  const headers = {
    "x-forwarded-for": "203.0.113.1",
    "x-forwarded-host": "out.example",
    "x-forwarded-proto": "https",
  };
  expect(settled({ peer: "10.1.2.3", headers, trusted: ["10.0.0.0/8"] })).toBe(
    "203.0.113.1 out.example https",
  );
});

test("of a list the nearest hop that is not ours counts", () => {
  const trusted = ["10.0.0.0/8", "2001:db8:99::/48"];
  const behind = (list: string | string[]) =>
    settled({ peer: "::ffff:10.1.2.3", headers: { "x-forwarded-for": list }, trusted }).split(" ")[0];
  expect(behind("192.0.2.66, 203.0.113.1")).toBe("203.0.113.1");
  expect(behind("192.0.2.66, 203.0.113.1, 10.9.9.9")).toBe("203.0.113.1");
  expect(behind(["192.0.2.66", "203.0.113.1,2001:db8:99::1"])).toBe("203.0.113.1");
  expect(behind("2001:db8::5")).toBe("2001:db8::5");
  expect(behind("10.1.1.1, 10.2.2.2")).toBe("10.1.1.1");
});

test.each([
  ["unknown", "10.1.2.3"],
  ["203.0.113.1, garbage", "10.1.2.3"],
  ["", "10.1.2.3"],
  ["203.0.113.1:1234", "10.1.2.3"],
])("what is no address ends the search at what is certain: %j", (list, client) => {
  const told = { peer: "10.1.2.3", headers: { "x-forwarded-for": list }, trusted: ["10.0.0.0/8"] };
  expect(settled(told).split(" ")[0]).toBe(client);
});

test("addresses as sockets show them", () => {
  expect(settled({ peer: "::ffff:192.0.2.1" }).split(" ")[0]).toBe("192.0.2.1");
  expect(settled({ peer: "fe80::1%eth0" }).split(" ")[0]).toBe("fe80::1");
});
