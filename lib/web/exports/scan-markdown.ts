import type { Status } from "#lib/scan/finding.ts";
import type { CheckView, FixView, ScanView, SectionView } from "../scan-view/scan-view.ts";
import { utcMinute } from "../utc-words.ts";
import { markdownCode, markdownText } from "./markdown.ts";

/** A report as Markdown, for a ticket or a wiki: verdict, what to do, and every answer. */
export function scanMarkdown(scan: ScanView): string {
  const { measured, verdict, grade } = scan;
  return [
    `# Mail health of ${markdownText(scan.domain)}`,
    `**${markdownText(verdict.sentence)}.** ${markdownText(verdict.addition ?? "")}`.trim(),
    [
      `- Grade: ${grade.letter ?? "none"} (${grade.done} of ${grade.of} results measured)`,
      `- Measured: ${utcMinute(measured.at)}, ${measured.queries} DNS queries through ${markdownText(measured.servers.join(", "))}`,
      `- Engine: ${markdownText(measured.engine)}`,
    ].join("\n"),
    ...(scan.fixes.length === 0 ? [] : ["## What to do, in this order", ...scan.fixes.map(fixPart)]),
    ...scan.sections.map(sectionPart),
    "",
  ].join("\n\n");
}

function fixPart(step: FixView, at: number): string {
  const subject = step.about === null ? "" : ` (${markdownCode(step.about)})`;
  const records = step.fix.records.flatMap(({ action, name, type, value, replaces }) => [
    `   - ${type === "FILE" ? "Publish the file" : `${ACTIONS[action]} ${type} record at`} ${markdownCode(name)}`,
    ...value
      .trimEnd()
      .split("\n")
      .filter(line => line !== "")
      .map((line, row) => `   - ${row === 0 ? "Value: " : ""}${markdownCode(line)}`),
    ...(replaces === null ? [] : [`   - Before: ${markdownCode(replaces)}`]),
  ]);
  return [
    `${at + 1}. **${markdownText(step.title)}**${subject}`,
    ...step.fix.steps.map(text => `   - ${markdownText(text)}`),
    ...records,
  ].join("\n");
}

const ACTIONS = { create: "Create a", replace: "Change the", delete: "Delete the" } as const;

const sectionPart = (section: SectionView): string =>
  [
    `## ${section.title}${section.letter === null ? "" : `: ${section.letter}`}`,
    `| Status | Question | Answer |\n| --- | --- | --- |\n${section.checks.map(checkRow).join("\n")}`,
  ].join("\n\n");

const checkRow = (check: CheckView): string =>
  `| ${WORDS[check.status]} | ${markdownText(check.question)} | ${markdownText(check.answer)} |`;

const WORDS: { readonly [Name in Status]: string } = {
  pass: "Pass",
  info: "Note",
  warn: "Warning",
  fail: "Fail",
  inconclusive: "Not measured",
  "not-applicable": "Not applicable",
};
