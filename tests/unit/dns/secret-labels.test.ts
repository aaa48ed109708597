import { secretLabels } from "#lib/dns/resolvers/secret-labels.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { expect, test } from "vitest";

const KEY = "k3ys3cr3t";
const zone = zoneResolver(`2.0.0.127.${KEY}.zen.dq.spamhaus.net. 60 IN A 127.0.0.2\n`);
const resolver = secretLabels(zone, new Map([["spamhaus-dqs-key", KEY]]));

test("the key is asked for and never told", async () => {
  const answer = await resolver.lookup("2.0.0.127.spamhaus-dqs-key.zen.dq.spamhaus.net", "A");
  expect(answer.status).toBe("records");
  expect(JSON.stringify(answer)).not.toContain(KEY);
  expect(answer.id).toBe("A 2.0.0.127.spamhaus-dqs-key.zen.dq.spamhaus.net");
});

test("other names pass unchanged", async () => {
  const answer = await resolver.lookup("example.com", "A");
  expect([answer.status, answer.name]).toEqual(["nxdomain", "example.com"]);
});
