import { expect, it } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { bounceCorpus } from "../../support/bounce-corpus.ts";

const BANDS = [0.9, 0.7, 0.5, 0] as const;

/** Of the answers given with at least this probability, how many name the cause that the author meant. */
it("of the answers given at 0.9 or more, nine in ten are right", async () => {
  const answers: { readonly probability: number; readonly right: boolean }[] = [];
  for (const { bytes, expected } of bounceCorpus()) {
    for (const [item, report] of (await Array.fromAsync(parseBounces(bytes))).entries()) {
      for (const [index, { causes }] of report.failures.entries()) {
        const wanted = expected[item]?.failures[index]?.cause;
        const [top] = causes;
        if (wanted === undefined || top === undefined) continue;
        answers.push({ probability: top.probability, right: top.cause === wanted });
      }
    }
  }
  const table = BANDS.map((from, index) => {
    const band = answers.filter(
      ({ probability }) =>
        probability >= from && probability < (BANDS[index - 1] ?? Number.POSITIVE_INFINITY),
    );
    const right = band.filter(answer => answer.right).length;
    return {
      "probability from": from,
      answers: band.length,
      right,
      share: band.length === 0 ? null : right / band.length,
    };
  });
  console.table(table);
  const [sure] = table;
  expect(sure?.answers).toBeGreaterThan(50);
  expect(sure?.share).toBeGreaterThanOrEqual(0.9);
});
