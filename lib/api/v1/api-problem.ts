import { PROBLEMS, type ProblemCode, type ProblemError } from "./problems.ts";

/** A request that cannot be answered as it was meant: becomes a problem document at the door. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly ProblemError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    more: {
      readonly detail?: string;
      readonly errors?: readonly ProblemError[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(more.detail ?? `${PROBLEMS[code].title}.`);
    this.name = "ApiProblem";
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}
