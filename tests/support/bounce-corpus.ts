import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import type { QuotedMessage } from "#lib/bounce/failure.ts";
import type { BounceEvent, Cause } from "#lib/bounce/vocabulary.ts";

/** What a report has to say; what is left out is not looked at. `cause` is the most likely one. */
export interface ExpectedReport {
  readonly event: BounceEvent;
  readonly format?: string;
  readonly language?: string | null;
  readonly failures: readonly (Partial<ReportedFailure> & { readonly cause?: Cause })[];
  readonly message?: Partial<QuotedMessage>;
}

export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One for each mail, line, row or event. */
  readonly expected: readonly ExpectedReport[];
}

const FOLDER = fileURLToPath(new URL("../fixtures/bounces/", import.meta.url));
const SUFFIX = ".expected.json";

/** Every message under tests/fixtures/bounces with what is expected of it. */
export function bounceCorpus(): readonly CorpusFile[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).toSorted();
  return files
    .filter(name => name.endsWith(SUFFIX))
    .map(name => {
      const stem = name.slice(0, -SUFFIX.length);
      const file = files.find(other => other.startsWith(`${stem}.`) && !other.endsWith(SUFFIX));
      if (file === undefined) throw new Error(`${name} stands alone`);
      return { name: file, bytes: readFileSync(FOLDER + file), expected: readExpected(FOLDER + name) };
    });
}

function readExpected(path: string): readonly ExpectedReport[] {
  const parsed: ExpectedReport | { readonly items: readonly ExpectedReport[] } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return "items" in parsed ? parsed.items : [parsed];
}

/** The parts of a report that an expectation speaks of, so that both can be compared as they stand. */
export function comparable(report: BounceReport, expected: ExpectedReport): unknown {
  return {
    ...pick({ ...report }, expected),
    failures: report.failures.map((failure, index) =>
      pick(
        { ...failure, cause: failure.causes[0]?.cause ?? null },
        expected.failures[index] ?? { recipient: null },
      ),
    ),
    ...(expected.message === undefined ? {} : { message: pick({ ...report.message }, expected.message) }),
  };
}

const pick = (from: Readonly<Record<string, unknown>>, keys: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(keys).map(key => [key, from[key]]));

/** The most likely cause of each failure, in order. */
export const topCauses = async (reports: AsyncIterable<BounceReport>): Promise<readonly string[]> =>
  (await Array.fromAsync(reports)).flatMap(report =>
    report.failures.map(failure => failure.causes[0]?.cause ?? "none"),
  );
