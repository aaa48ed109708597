import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { sayCauseOf } from "#lib/bounce/say-cause-of.ts";

/** A report in words for a terminal. */
export function bounceLines(file: string, item: number, report: BounceReport): string[] {
  const title = `${file === "-" ? "standard input" : file}${item > 1 ? ` #${item}` : ""}: ${report.event.replaceAll("_", " ")} (${report.format})`;
  return [title, ...report.failures.flatMap(failureLines), ""];
}

function failureLines(failure: ReportedFailure): string[] {
  const [top, ...others] = failure.causes;
  const fields: readonly (readonly [string, string | null])[] = [
    ["recipient", failure.recipient],
    ["said", failure.diagnostic],
    ["by", [failure.remoteMta, failure.remoteIp].filter(part => part !== null).join(" ") || null],
    ["at", failure.stage],
    [
      "cause",
      top === undefined
        ? null
        : `${top.cause} (${percent(top.probability)}): ${sayCauseOf(top.cause, failure)}`,
    ],
    ["or", others.map(({ cause, probability }) => `${cause} (${percent(probability)})`).join(", ") || null],
    ["not", failure.ruledOut.map(({ cause }) => cause).join(", ") || null],
    ["final", failure.permanence.replaceAll("_", " ")],
    ["address dead", failure.addressDead],
    ["who acts", failure.party.replaceAll("_", " ")],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : `  ${name.padEnd(14)}${value}`));
}

const percent = (probability: number): string => `${Math.round(probability * 100)} %`;
