import type { Finding, Status } from "./finding.ts";
import { presentGradeReason } from "./present.ts";
import type { ScanReport } from "./report.ts";

/** What a whole report says, worst first. Closed list: the first that is true is the verdict. */
export const VERDICTS = [
  "not-measured",
  "no-such-domain",
  "public-suffix",
  "cannot-receive",
  "may-not-receive",
  "cannot-be-verified",
  "anyone-may-send",
  "refused-by-some",
  "faulty",
  "partly-measured",
  "forgery-not-stopped",
  "improvable",
  "no-mail-and-says-so",
  "in-order",
] as const;
export type VerdictCode = (typeof VERDICTS)[number];

export interface Verdict {
  readonly code: VerdictCode;
  readonly status: Status;
  /** Mail reaches the domain as far as was seen, so the trouble is elsewhere. */
  readonly receives: boolean;
}

type Outcome = `${string}/${string}`;

/** Failed outcomes by what they mean for the domain as a whole; "*" stands for any. */
const FAULTS: readonly { readonly code: VerdictCode; readonly outcomes: readonly Outcome[] }[] = [
  { code: "cannot-receive", outcomes: ["mx-present/none"] },
  {
    code: "may-not-receive",
    outcomes: [
      "mx-target/*",
      "null-mx-valid/*",
      "mx-provider/dead-service",
      "cname-loop/*",
      "ns-answers/*",
      "dnssec/bogus",
    ],
  },
  {
    code: "cannot-be-verified",
    outcomes: [
      "spf-present/multiple",
      "spf-syntax/*",
      "spf-lookup-limit/*",
      "spf-void-lookups/*",
      "spf-include-target/*",
      "spf-name-limit/*",
    ],
  },
  {
    code: "anyone-may-send",
    outcomes: ["dmarc-present/*", "spf-present/missing", "spf-all/pass", "spf-broad-range/internet"],
  },
  { code: "refused-by-some", outcomes: ["ip-blocklist/*", "domain-blocklist/*"] },
];

/** Failed outcomes that say nothing against mail arriving. */
const ARRIVAL: readonly VerdictCode[] = ["cannot-receive", "may-not-receive"];

/** The verdict on a report: the gravest thing that is certain, else what is not known, else what is fine. */
export function verdictOf(report: Pick<ScanReport, "findings" | "gradeReason">): Verdict {
  const { findings, gradeReason } = report;
  const failed = findings.filter(finding => finding.status === "fail");
  const receives = saysReceives(findings) && !ARRIVAL.some(code => meets(failed, code));
  const verdict = (code: VerdictCode, status: Status): Verdict => ({ code, status, receives });
  if (gradeReason?.code === "resolver-untrusted") return verdict("not-measured", "inconclusive");
  if (gradeReason?.code === "domain-does-not-exist") return verdict("no-such-domain", "fail");
  if (gradeReason?.code === "public-suffix") return verdict("public-suffix", "info");
  const fault = FAULTS.find(({ code }) => meets(failed, code));
  if (fault !== undefined) return verdict(fault.code, "fail");
  if (failed.length > 0) return verdict("faulty", "fail");
  if (gradeReason !== null) return verdict("partly-measured", "inconclusive");
  if (has(findings, "dmarc-policy/none", "warn")) return verdict("forgery-not-stopped", "warn");
  if (findings.some(finding => finding.status === "warn")) return verdict("improvable", "warn");
  if (has(findings, "mail-profile/parked", "info")) return verdict("no-mail-and-says-so", "pass");
  return verdict("in-order", "pass");
}

/** The verdict in one sentence without a full stop. */
export function verdictSentence({ code, receives }: Verdict, domain: string): string {
  const name = domain;
  const mixed = (fault: string, alone: string) => (receives ? `Mail reaches ${name}, but ${fault}` : alone);
  switch (code) {
    case "not-measured":
      return `Nothing could be measured about ${name}`;
    case "no-such-domain":
      return `There is no domain ${name}`;
    case "public-suffix":
      return `${name} is not a domain of its own`;
    case "cannot-receive":
      return `Nobody can send mail to ${name}`;
    case "may-not-receive":
      return `Mail to ${name} may not arrive`;
    case "cannot-be-verified":
      return mixed("receivers cannot check who sends for it", `Receivers cannot check who sends for ${name}`);
    case "anyone-may-send":
      return mixed("anyone can send in its name", `Anyone can send mail in the name of ${name}`);
    case "refused-by-some":
      return mixed("some receivers refuse mail from it", `Some receivers refuse mail from ${name}`);
    case "faulty":
      return mixed("something is wrong", `Something is wrong with the mail of ${name}`);
    case "partly-measured":
      return `No verdict on ${name}: something that matters could not be measured`;
    case "forgery-not-stopped":
      return mixed(
        "forged mail in its name is not stopped",
        `Forged mail in the name of ${name} is not stopped`,
      );
    case "improvable":
      return `Mail for ${name} works, and could be set up better`;
    case "no-mail-and-says-so":
      return `${name} has no mail, and says so`;
    case "in-order":
      return `Mail for ${name} is in good order`;
  }
}

/** Why the verdict is no verdict, where that is so. */
export const verdictReason = (report: Pick<ScanReport, "gradeReason">): string | null =>
  report.gradeReason === null ? null : presentGradeReason(report.gradeReason);

const meets = (failed: readonly Finding[], code: VerdictCode): boolean =>
  FAULTS.some(fault => fault.code === code && fault.outcomes.some(outcome => has(failed, outcome, "fail")));

function has(findings: readonly Finding[], wanted: Outcome, status: Status): boolean {
  const [check, outcome] = wanted.split("/");
  return findings.some(
    finding =>
      finding.check === check &&
      finding.status === status &&
      (outcome === "*" || finding.outcome === outcome),
  );
}

/** "Mail reaches it" is only said when mail servers were seen. */
const saysReceives = (findings: readonly Finding[]): boolean =>
  has(findings, "mx-present/present", "pass") && !has(findings, "mx-target/*", "inconclusive");
