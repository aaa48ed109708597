import type { z } from "zod";
import type { ProblemError, ProblemErrorCode } from "./problems.ts";

type Issue = z.core.$ZodIssue;

/** How many errors an answer lists; a thousand wrong domains are not told one by one. */
const MOST_ERRORS = 50;

/** What a schema found wrong, each with a code of ours and the place in words of whoever reads it. */
export const inputErrors = (
  issues: readonly Issue[],
  place: (path: readonly PropertyKey[]) => Pick<ProblemError, "pointer" | "parameter" | "header">,
): readonly ProblemError[] =>
  issues
    .flatMap(issue =>
      pathsOf(issue).map(path => ({ code: codeOf(issue), detail: wordsOf(issue), ...place(path) })),
    )
    .slice(0, MOST_ERRORS);

/** The member of a body that a path leads to: "#/domains/3" (RFC 6901 sections 3 and 6). */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map(step => `/${encodeURIComponent(String(step).replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("")}`;

/** Unknown members are told one by one. */
const pathsOf = (issue: Issue): readonly (readonly PropertyKey[])[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map(key => [...issue.path, key]) : [issue.path];

function codeOf(issue: Issue): ProblemErrorCode {
  switch (issue.code) {
    case "unrecognized_keys":
      return "unknown";
    case "invalid_type":
      return isMissing(issue) ? "missing" : "wrong-type";
    case "too_small":
      return issue.origin === "number" ? "out-of-range" : "too-short";
    case "too_big":
      return issue.origin === "number" ? "out-of-range" : "too-long";
    case "invalid_value":
      return "not-allowed";
    default:
      return "malformed";
  }
}

function wordsOf(issue: Issue): string {
  if (issue.code === "unrecognized_keys") return "This is not known here.";
  if (issue.code === "invalid_type") {
    return isMissing(issue) ? "This is needed." : `This has to be ${article(issue.expected)}.`;
  }
  return issue.message.endsWith(".") ? issue.message : `${issue.message}.`;
}

/** zod tells an absent member as one of the type "undefined". */
const isMissing = (issue: Issue): boolean =>
  issue.code === "invalid_type" && issue.message.endsWith("received undefined");

const article = (type: string): string => (/^[aeiou]/u.test(type) ? `an ${type}` : `a ${type}`);
