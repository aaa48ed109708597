import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { createScanner } from "#lib/engine/create-scanner.ts";
import { scanJson } from "#lib/scan/scan-json.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

const KEY = "abcdefghijklmnopqrstuvwxyz";
const ZONE = `
example.com. 300 IN TXT "v=spf1 ip4:203.0.113.25 -all"
example.com. 300 IN MX 10 mx.example.com.
mx.example.com. 300 IN A 203.0.113.10
2.0.0.127.${KEY}.zen.dq.spamhaus.net. 60 IN A 127.0.0.2
25.113.0.203.${KEY}.zen.dq.spamhaus.net. 60 IN A 127.0.0.3
`;

let server: NameServer;
beforeAll(async () => {
  server = await startNameServer({ zones: ZONE });
});
afterAll(() => server.close());

test("a key is used on the wire and appears in no report, lookup or transcript", async () => {
  const parsed = parseDomainInput("example.com");
  if (!parsed.ok) throw new Error(parsed.error.code);
  const scan = createScanner({
    servers: () => [{ kind: "address", address: server.address, port: server.port }],
    sample: null,
    heloName: null,
    dnsOnly: true,
    blocklists: { added: [], keys: new Map([["SPAMHAUS_DQS_KEY", KEY]]) },
    clock: systemClock,
  });
  const hints = { selectors: [], sendingAddresses: [] };
  const { report, transcript } = await scan({ domain: parsed.value.domain, hints, onProgress: () => {} });
  expect(server.queries.some(query => query.name.includes(KEY))).toBe(true);
  const listed = report.findings.filter(one => one.check === "ip-blocklist" && one.outcome === "listed");
  expect(listed.map(one => one.subject)).toEqual(["203.0.113.25 @ spamhaus-dqs-zen"]);
  expect(JSON.stringify([report, scanJson(report), transcript])).not.toContain(KEY);
});
