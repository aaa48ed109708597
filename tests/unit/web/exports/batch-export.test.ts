import { parse } from "papaparse";
import { expect, test } from "vitest";
import type { BatchAddress } from "#lib/services/batches/export-addresses.ts";
import { csvOf } from "#lib/web/exports/batch-export.ts";

const address = (changes: Partial<BatchAddress>): BatchAddress => ({
  key: "a@one.example",
  address: "a@one.example",
  fate: "remove",
  failures: 1,
  first: new Date("2026-11-20T10:00:00Z"),
  last: null,
  cause: "recipient_unknown",
  provider: "microsoft365",
  replyCode: 550,
  enhancedStatus: "5.1.1",
  detail: {
    source: 1,
    event: "failed",
    format: "postfix-log",
    rule: null,
    stage: null,
    probability: 1,
    reply: "550 5.1.1 no",
    remoteMta: null,
    senderDomain: null,
    sendingIp: null,
    refusal: null,
  },
  ...changes,
});

async function textOf(...pages: readonly (readonly BatchAddress[])[]): Promise<string> {
  async function* given() {
    yield* pages;
  }
  let text = "";
  for await (const piece of csvOf(given())) text += piece;
  return text;
}

test("is RFC 4180: a header, one record a line, CRLF, quotes doubled", async () => {
  const text = await textOf([address({})], [address({ address: '"o""k, really"@one.example' })]);
  expect(text.split("\r\n")).toHaveLength(4);
  const { data, errors } = parse<string[]>(text.trimEnd(), { newline: "\r\n" });
  expect(errors).toEqual([]);
  expect(data[0]?.[0]).toBe("address");
  expect(data.map(row => row.length)).toEqual([10, 10, 10]);
  expect(data[1]?.slice(0, 1)).toEqual(["a@one.example"]);
  expect(data[2]?.[0]).toBe('"o""k, really"@one.example');
  expect(data[1]?.slice(7)).toEqual(["1", "2026-11-20T10:00:00.000Z", ""]);
});

test("no cell is a formula, whoever wrote it", async () => {
  const starts = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"];
  const rows = starts.map(start =>
    address({ address: `${start}@one.example`, detail: { ...address({}).detail, reply: start } }),
  );
  const { data } = parse<string[]>((await textOf(rows)).trimEnd(), { newline: "\r\n" });
  for (const row of data.slice(1)) {
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(row[0]?.startsWith("'")).toBe(true);
  }
});

test("nothing to give is a header and no rows", async () => {
  expect((await textOf()).trimEnd().split("\r\n")).toHaveLength(1);
});
