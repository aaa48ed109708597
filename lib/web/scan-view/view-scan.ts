import { checkById } from "#lib/scan/registry.ts";
import type { Status } from "#lib/scan/finding.ts";
import { SECTIONS, STATUSES } from "#lib/scan/finding.ts";
import { drawPictures } from "#lib/scan/pictures/pictures.ts";
import { planFixes } from "#lib/scan/fix-plan.ts";
import type { PresentedFinding } from "#lib/scan/present.ts";
import { presentFinding, presentGradeReason } from "#lib/scan/present.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { verdictOf, verdictReason, verdictSentence } from "#lib/scan/verdict.ts";
import { SECTION_WORDS } from "../section-words.ts";
import { explainTree } from "./explain-tree.ts";
import type { FixView, PicturesView, ScanView, SectionView, Verdict } from "./scan-view.ts";
import { viewCheck } from "./view-check.ts";
import { viewFix } from "./view-fix.ts";

/** Puts a stored report into the words and pictures of a page. Pure. */
export function viewScan(report: ScanReport): ScanView {
  const findings = report.findings.map(finding => presentFinding(finding, report.context));
  const fixes = viewFixes(report);
  return {
    domain: report.domain,
    unicode: report.unicode,
    sample: report.sample,
    measured: {
      at: report.startedAt,
      durationMs: report.durationMs,
      engine: report.engine,
      servers: report.dns.servers,
      validating: report.dns.validating,
      queries: report.dns.queries,
    },
    verdict: viewVerdict(report, fixes),
    grade: {
      letter: report.grade,
      reason: report.gradeReason === null ? null : presentGradeReason(report.gradeReason),
      ...report.coverage,
      counts: countStatuses(findings),
    },
    sections: viewSections(report, findings, fixes),
    fixes,
    pictures: viewPictures(report, findings),
    lookups: report.lookups,
    probeLookups: report.probeLookups,
  };
}

function viewPictures(report: ScanReport, findings: readonly PresentedFinding[]): PicturesView {
  const pictures = drawPictures({ domain: report.domain, evidence: report.evidence, findings });
  return { ...pictures, spf: pictures.spf === null ? null : explainTree(pictures.spf) };
}

function viewVerdict(report: ScanReport, fixes: readonly FixView[]): Verdict {
  const verdict = verdictOf(report);
  const sentence = verdictSentence(verdict, report.domain);
  return { sentence, status: verdict.status, addition: addition(report, fixes) };
}

/** The first thing to fix, and how much more there is. */
function addition(report: ScanReport, fixes: readonly FixView[]): string | null {
  const [first, ...others] = fixes;
  const reason = verdictReason(report);
  if (first === undefined) return reason;
  const more =
    others.length === 0
      ? ""
      : ` ${NUMBERS[others.length] ?? others.length} more ${others.length === 1 ? "thing needs" : "things need"} attention.`;
  return `${first.title}.${more}${reason === null ? "" : ` ${reason}`}`;
}

const NUMBERS = ["", "One", "Two", "Three", "Four"] as const;

function viewSections(
  report: ScanReport,
  findings: readonly PresentedFinding[],
  fixes: readonly FixView[],
): readonly SectionView[] {
  return SECTIONS.flatMap(id => {
    const own = findings.filter(finding => checkById(finding.check)?.section === id);
    if (own.length === 0) return [];
    const graded = report.sections.find(section => section.id === id);
    const { title, question } = SECTION_WORDS[id];
    const checks = [...new Set(own.map(finding => finding.check))].map(check =>
      viewCheck(
        check,
        own.filter(finding => finding.check === check),
        fixes,
      ),
    );
    const status = graded?.status ?? "not-applicable";
    return [
      { id, title, question, letter: id === "profile" ? null : (graded?.grade ?? null), status, checks },
    ];
  });
}

function viewFixes(report: ScanReport): readonly FixView[] {
  return planFixes(report).flatMap(({ finding, gradeNow, gradeAfter }) => {
    if (finding.fix === null) return [];
    const moves = gradeNow !== null && gradeAfter !== null && gradeNow !== gradeAfter;
    return [
      {
        check: finding.check,
        subject: finding.subject,
        about: isNamedIn(finding.title, finding.subject) ? null : finding.subject,
        status: finding.status,
        title: finding.title,
        why: finding.detail,
        fix: viewFix(finding.fix),
        effect: moves ? { from: gradeNow, to: gradeAfter } : null,
      },
    ];
  });
}

/** A subject may go on after the name: "192.0.2.1 @ a list", "TXT example.com". */
const isNamedIn = (title: string, subject: string | null): boolean =>
  subject !== null && title.includes(subject.split(" ")[0] ?? subject);

const countStatuses = (findings: readonly PresentedFinding[]): Readonly<Record<Status, number>> => {
  const counted = STATUSES.map(status => [status, findings.filter(one => one.status === status).length]);
  // Every status is a key, because all of them were mapped.
  return Object.fromEntries(counted) as Record<Status, number>;
};
