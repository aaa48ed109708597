import type { Status } from "#lib/scan/finding.ts";
import type { PresentedFinding } from "#lib/scan/present.ts";
import { checkById } from "#lib/scan/registry.ts";
import type { CheckView, FixView } from "./scan-view.ts";
import { viewFix } from "./view-fix.ts";

const BY_GRAVITY: readonly Status[] = ["fail", "inconclusive", "warn", "info", "pass", "not-applicable"];

/** All that one check found, gravest first. The gravest finding gives the answer of the row. */
export function viewCheck(
  id: string,
  findings: readonly PresentedFinding[],
  steps: readonly Pick<FixView, "check" | "subject">[],
): CheckView {
  const sorted = findings.toSorted((one, other) => gravity(one) - gravity(other));
  const [gravest] = sorted;
  return {
    id,
    question: gravest?.question ?? id,
    status: gravest?.status ?? "not-applicable",
    answer: gravest === undefined ? "" : answerOf(gravest, findings.length),
    figure: gravest === undefined ? null : figureOf(gravest, findings),
    reference: checkById(id)?.reference ?? "",
    findings: sorted.map(finding => ({
      subject: finding.subject,
      status: finding.status,
      title: finding.title,
      detail: finding.detail,
      fix: finding.fix === null ? null : viewFix(finding.fix),
      step: stepOf(finding, steps),
      lookups: finding.lookups,
    })),
  };
}

function stepOf(
  finding: PresentedFinding,
  steps: readonly Pick<FixView, "check" | "subject">[],
): number | null {
  const at = steps.findIndex(step => step.check === finding.check && step.subject === finding.subject);
  return at === -1 || finding.fix === null ? null : at + 1;
}

/** Of equally grave findings the one about everything comes before those about one subject. */
const gravity = (finding: PresentedFinding): number =>
  BY_GRAVITY.indexOf(finding.status) * 2 + (finding.subject === null ? 0 : 1);

const answerOf = (finding: PresentedFinding, many: number): string =>
  finding.subject === null || many === 1 || finding.title.includes(finding.subject)
    ? finding.title
    : `${finding.title}: ${finding.subject}`;

function figureOf(gravest: PresentedFinding, findings: readonly PresentedFinding[]): string | null {
  const own = checkById(gravest.check)?.outcomes[gravest.outcome]?.figure?.(gravest.args);
  if (own !== undefined) return own;
  const subjects = findings.filter(finding => finding.subject !== null);
  if (subjects.length < 2) return null;
  const counted = subjects.filter(({ status }) => status === "pass" || status === "info").length;
  return `${counted} / ${subjects.length}`;
}
