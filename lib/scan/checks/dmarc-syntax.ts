import { parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import type { Governing } from "#lib/mail/dmarc/reading.ts";
import type { WalkStep } from "#lib/mail/dmarc/walk-step.ts";
import { repairRecord } from "#lib/mail/dmarc/write-record.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { RecordPlace } from "../dmarc-evidence.ts";
import { recordFix, replacing } from "../dmarc-fixes.ts";
import { problemSentence, type SyntaxProblem } from "../dmarc-words.ts";

type Args = Omit<RecordPlace, "role"> & {
  /** The first of them; a record made of nothing else has thousands. */
  readonly problems: readonly SyntaxProblem[];
  readonly count: number;
};

const MOST_PROBLEMS = 20;

/** Is the DMARC record written as the standard wants it? */
export const dmarcSyntax = defineCheck({
  id: "dmarc-syntax",
  section: "authentication",
  question: "Is the DMARC record written correctly?",
  why: "Receivers ignore what they cannot read, without telling anybody. A typing error in one tag can take the whole policy out of force.",
  reference: "RFC 9989, DMARC policy record format",
  weighty: true,
  needs: ["dmarc"],
  outcomes: {
    valid: outcome<Args>({
      status: "pass",
      title: ({ at }) => `The DMARC record of ${at} is written correctly`,
      example: { at: "example.com", alias: null, record: "v=DMARC1; p=reject", problems: [], count: 0 },
    }),
    problems: outcome<Args>({
      status: "warn",
      title: ({ at, count }) =>
        count === 1
          ? `One thing in the DMARC record of ${at} is not as receivers expect it`
          : `${count} things in the DMARC record of ${at} are not as receivers expect them`,
      detail: ({ problems }) => problems.map(problemSentence).join(" "),
      fix: (place, context) =>
        recordFix(context, place, [replacing(place, repairRecord(place.record, "none"))], {
          before: place.problems.some(isAboutPolicy)
            ? [
                "Compare the policy below with what you meant: at present receivers do not act on the one you wrote.",
              ]
            : [],
        }),
      example: {
        at: "example.com",
        alias: null,
        record: "v=DMARC1; p=reject; pct=100",
        problems: [{ code: "historic-tag", tag: "pct", value: "100", start: 20, end: 27 }],
        count: 1,
      },
    }),
  },
  run: ({ dmarc }, { need }) => {
    const governing = need(dmarc.rfc9989.record);
    const own = dmarc.walk[0];
    const near = own?.records.length === 0 ? nearMissAt(own) : null;
    if (near !== null) return { outcome: "problems", args: near };
    if (governing === null) {
      const above = dmarc.walk.flatMap(step => nearMissAt(step) ?? [])[0];
      return above === undefined ? notApplicable("no-dmarc-record") : { outcome: "problems", args: above };
    }
    const args = argsOf(dmarc.walk, governing);
    return { outcome: args.problems.length === 0 ? "valid" : "problems", args };
  },
});

const argsOf = (walk: readonly WalkStep[], { domain, text }: Governing): Args => {
  const parsed = parseDmarcRecord(text);
  const problems = parsed.kind === "record" ? parsed.record.problems : [];
  return {
    at: domain,
    alias: walk.find(step => step.domain === domain)?.cnames.at(-1) ?? null,
    record: text,
    problems: problems.slice(0, MOST_PROBLEMS),
    count: problems.length,
  };
};

/** The text at this name that was meant to be a record, as one problem. */
function nearMissAt({ domain, cnames, nearMisses }: WalkStep): Args | null {
  const [first] = nearMisses;
  if (first === undefined) return null;
  const { reason, text } = first;
  const version = /v\s*=\s*([^;]*)/iu.exec(text);
  const value = version?.[1]?.trim() ?? "";
  const start = version?.index ?? 0;
  const end = start + (version?.[0].length ?? text.length);
  const problem: SyntaxProblem = { code: reason, tag: "v", value, start, end };
  return { at: domain, alias: cnames.at(-1) ?? null, record: text, problems: [problem], count: 1 };
}

/** With one of these the policy that was written is not the one in force. */
const isAboutPolicy = ({ code, tag }: SyntaxProblem): boolean =>
  tag === "v" || code === "missing-policy" || /^(?:p|sp|np)$/iu.test(tag);
