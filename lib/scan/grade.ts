import type { Check } from "./define-check.ts";
import type { Finding, SectionId, Status } from "./finding.ts";

/**
 * The whole policy that turns findings into a grade, on one page. Versioned by ENGINE_VERSION and shown to
 * users at /about/grade. Info and not-applicable never cost points.
 */
export const SECTION_WEIGHTS: { readonly [Section in SectionId]: number } = {
  profile: 0,
  delivery: 30,
  authentication: 40,
  transport: 10,
  reputation: 15,
  dns: 5,
};

/** How much a check counts within its section; 1 where it is not named. */
export const CHECK_WEIGHTS: { readonly [check: string]: number } = {
  "domain-exists": 10,
  "mx-present": 10,
  "mx-target": 6,
  "null-mx-valid": 4,
  "smtp-starttls": 4,
  "mx-reverse-dns": 2,
  "spf-present": 8,
  "spf-syntax": 8,
  "spf-lookup-limit": 8,
  "spf-include-target": 6,
  "spf-all": 5,
  "spf-void-lookups": 4,
  "dkim-key": 4,
  "dmarc-present": 10,
  "dmarc-policy": 6,
  "dmarc-subdomains": 2,
  "dmarc-reports": 2,
  "mta-sts": 2,
  dnssec: 2,
  dane: 2,
  "ip-blocklist": 5,
  "domain-blocklist": 5,
  "ns-answers": 3,
  "ns-agree": 3,
};

/** What a status is worth; a status that is not here is not counted. */
const WORTH: { readonly [Counted in Status]?: number } = { pass: 1, warn: 0.6, fail: 0 };

/** With one of these, the grade is C or lower whatever else is right. */
export const CAPS: readonly { readonly check: string; readonly outcome: string | null }[] = [
  { check: "mx-present", outcome: null },
  { check: "mx-target", outcome: null },
  { check: "spf-present", outcome: "multiple" },
  { check: "spf-syntax", outcome: null },
  { check: "spf-lookup-limit", outcome: null },
  { check: "spf-all", outcome: "pass" },
  { check: "dmarc-present", outcome: null },
  { check: "ip-blocklist", outcome: null },
  { check: "domain-blocklist", outcome: null },
];
export const CAPPED_SCORE = 79;

export const LETTERS = ["A+", "A", "B", "C", "D", "F"] as const;
export type Letter = (typeof LETTERS)[number];

/** Least score for each letter; A+ also asks that nothing warns or fails. */
export const LETTER_SCORES: { readonly [Name in Letter]: number } = {
  "A+": 97,
  A: 90,
  B: 80,
  C: 65,
  D: 50,
  F: 0,
};

/** Why there is no letter. */
export type GradeReason =
  | { readonly code: "inconclusive"; readonly checks: readonly string[] }
  | { readonly code: "resolver-untrusted" }
  | { readonly code: "domain-does-not-exist" }
  | { readonly code: "public-suffix" };

export interface SectionGrade {
  readonly id: SectionId;
  readonly grade: Letter | null;
  readonly score: number | null;
  /** The worst status in the section. */
  readonly status: Status;
}

export interface Grade {
  readonly grade: Letter | null;
  readonly gradeReason: GradeReason | null;
  /** 0 to 100, null where there is no letter. */
  readonly score: number | null;
  /** Checks that were measured, of those that apply. */
  readonly coverage: { readonly done: number; readonly of: number };
  readonly sections: readonly SectionGrade[];
}

/** Grades findings by the policy above. Pure: the same findings always give the same grade. */
export function gradeFindings(findings: readonly Finding[], checks: readonly Check[]): Grade {
  const sections = sectionGrades(findings, checks);
  const coverage = coverageOf(findings, checks);
  const gradeReason = reasonForNoLetter(findings, checks);
  if (gradeReason !== null) return { grade: null, gradeReason, score: null, coverage, sections };

  const counted = sections.filter(section => section.score !== null && SECTION_WEIGHTS[section.id] > 0);
  const total = counted.reduce((sum, section) => sum + SECTION_WEIGHTS[section.id], 0);
  const weighed = counted.reduce(
    (sum, section) => sum + SECTION_WEIGHTS[section.id] * (section.score ?? 0),
    0,
  );
  if (total === 0)
    return {
      grade: null,
      gradeReason: { code: "inconclusive", checks: [] },
      score: null,
      coverage,
      sections,
    };
  const capped = findings.some(isCapping);
  const score = Math.round(Math.min(weighed / total, capped ? CAPPED_SCORE : 100));
  const flawless = findings.every(finding => finding.status !== "warn" && finding.status !== "fail");
  return { grade: letterFor(score, flawless), gradeReason: null, score, coverage, sections };
}

function sectionGrades(findings: readonly Finding[], checks: readonly Check[]): SectionGrade[] {
  const ids = [...new Set(checks.map(check => check.section))];
  return ids.map(id => {
    const inSection = checks.filter(check => check.section === id);
    const own = findings.filter(finding => inSection.some(check => check.id === finding.check));
    const worths = inSection.flatMap(check => {
      const worth = checkWorth(own.filter(finding => finding.check === check.id));
      return worth === null ? [] : [{ worth, weight: CHECK_WEIGHTS[check.id] ?? 1 }];
    });
    const weight = worths.reduce((sum, one) => sum + one.weight, 0);
    const score =
      weight === 0
        ? null
        : Math.round((100 * worths.reduce((sum, one) => sum + one.worth * one.weight, 0)) / weight);
    const flawless = own.every(finding => finding.status !== "warn" && finding.status !== "fail");
    const unknown = own.some(finding => finding.status === "inconclusive" && isWeighty(finding, checks));
    const grade = score === null || unknown ? null : letterFor(score, flawless);
    return { id, grade, score, status: worstStatus(own) };
  });
}

/** The worst of a check's findings decides; null when none of them counts. */
function checkWorth(findings: readonly Finding[]): number | null {
  const worths = findings.flatMap(finding => WORTH[finding.status] ?? []);
  return worths.length === 0 ? null : Math.min(...worths);
}

const BY_GRAVITY: readonly Status[] = ["fail", "inconclusive", "warn", "pass", "info", "not-applicable"];

const worstStatus = (findings: readonly Finding[]): Status =>
  BY_GRAVITY.find(status => findings.some(finding => finding.status === status)) ?? "not-applicable";

const letterFor = (score: number, flawless: boolean): Letter =>
  LETTERS.find(letter => score >= LETTER_SCORES[letter] && (letter !== "A+" || flawless)) ?? "F";

const isCapping = (finding: Finding): boolean =>
  finding.status === "fail" &&
  CAPS.some(cap => cap.check === finding.check && (cap.outcome === null || cap.outcome === finding.outcome));

const isWeighty = (finding: Finding, checks: readonly Check[]): boolean =>
  checks.some(check => check.id === finding.check && check.weighty);

function coverageOf(findings: readonly Finding[], checks: readonly Check[]): Grade["coverage"] {
  const applicable = findings.filter(finding => finding.status !== "not-applicable");
  const unmeasured = applicable.filter(
    finding =>
      finding.status === "inconclusive" ||
      checks.find(check => check.id === finding.check)?.outcomes[finding.outcome]?.unmeasured === true,
  );
  return { done: applicable.length - unmeasured.length, of: applicable.length };
}

function reasonForNoLetter(findings: readonly Finding[], checks: readonly Check[]): GradeReason | null {
  const has = (check: string, outcome: string) =>
    findings.some(finding => finding.check === check && finding.outcome === outcome);
  if (findings.some(finding => finding.args["reason"] === "resolver-untrusted"))
    return { code: "resolver-untrusted" };
  if (has("domain-exists", "nxdomain")) return { code: "domain-does-not-exist" };
  if (has("domain-exists", "public-suffix")) return { code: "public-suffix" };
  const unknown = findings.filter(finding => finding.status === "inconclusive" && isWeighty(finding, checks));
  if (unknown.length === 0) return null;
  return { code: "inconclusive", checks: [...new Set(unknown.map(finding => finding.check))] };
}
