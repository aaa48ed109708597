import { expect, test } from "vitest";
import { getBatchOperation } from "#lib/api/v1/operations/bulk.ts";
import { startScanOperation } from "#lib/api/v1/operations/scans.ts";
import { waitOf } from "#lib/web/api/read-headers.ts";

const preferring = (prefer: string) => new Request("http://localhost/", { headers: { prefer } });

/** RFC 7240: a list of preferences with parameters; what cannot be read is as if it were not there. */
test.each([
  ["wait=10", 10],
  ["Wait = 10", 10],
  ['wait="10"', 10],
  ["respond-async, wait=10", 10],
  ["wait=10; foo=bar, handling=lenient", 10],
  ["wait=31", 30],
  ["wait=999999", 30],
  ["wait=0", 0],
  ["wait=-5", 0],
  ["wait=1.5", 0],
  ["wait=ten", 0],
  ["nowait=10", 0],
  ["", 0],
])("Prefer: %s waits %d seconds", (prefer, seconds) => {
  expect(waitOf(preferring(prefer), startScanOperation)).toBe(seconds);
});

test("an operation that does not wait takes no preference", () => {
  expect(waitOf(preferring("wait=10"), getBatchOperation)).toBe(0);
});
