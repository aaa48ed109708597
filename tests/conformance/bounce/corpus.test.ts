import { describe, expect, it } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { LOGS } from "#lib/bounce/logs/registry.ts";
import { READERS } from "#lib/bounce/readers/registry.ts";
import { TABLES } from "#lib/bounce/tables/read-table.ts";
import { bounceCorpus, comparable } from "../../support/bounce-corpus.ts";

const corpus = bounceCorpus();

describe("every message of the corpus is read and judged as its author meant it", () => {
  it.each(corpus.map(file => [file.name, file] as const))("%s", async (_, { bytes, expected }) => {
    const reports = await Array.fromAsync(parseBounces(bytes));
    expect(
      reports.map((report, index) =>
        comparable(report, expected[index] ?? { event: "failed", failures: [] }),
      ),
    ).toEqual(expected);
  });
});

it("holds a message for every reader, log and table", async () => {
  const seen = new Set<string>();
  for (const { bytes } of corpus) for await (const { format } of parseBounces(bytes)) seen.add(format);
  const formats = [
    ...READERS,
    ...LOGS.map(log => ({ format: log.name })),
    ...TABLES.map(table => ({ format: table.name })),
  ];
  expect(formats.map(({ format }) => format).filter(format => !seen.has(format))).toEqual([]);
});

it("marks the deciding words in the text of the report", async () => {
  for (const { name, bytes } of corpus) {
    for await (const { text, failures } of parseBounces(bytes)) {
      for (const { matched } of failures) {
        if (matched === null) continue;
        expect(text.slice(matched.start, matched.end).trim(), name).not.toBe("");
        expect(matched.end, name).toBeLessThanOrEqual(text.length);
      }
    }
  }
});
