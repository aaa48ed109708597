import type { z } from "zod";
import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import { inputErrors } from "#lib/api/v1/input-errors.ts";
import { Id } from "#lib/api/v1/schemas/common.ts";
import { API_KEY_PREFIX } from "#lib/values/api-key.ts";

/** Refuses an address with a key in it: logs keep addresses. OWASP ASVS 14.2.1. */
export function refuseKeyInAddress(url: URL): void {
  if (url.href.includes(API_KEY_PREFIX)) throw new ApiProblem("key-in-address");
}

/** The parameters in the path, of which Next gives none as undefined. One that cannot be an id is not there. */
export function readParams(
  params: Readonly<Record<string, string>> | undefined = {},
): Readonly<Record<string, string>> {
  for (const id of Object.values(params)) {
    if (!Id.safeParse(id).success) throw new ApiProblem("not-found");
  }
  return params;
}

/** The parameters behind the question mark. Unknown, repeated and wrong ones are refused: `bad-parameter`. */
export function readQuery<Schema extends z.ZodType>(url: URL, query: Schema): z.output<Schema> {
  const names = [...url.searchParams.keys()];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw badParameter(repeated, "This was given more than once.");
  const parsed = query.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return parsed.data;
  throw new ApiProblem("bad-parameter", {
    errors: inputErrors(parsed.error.issues, ([name]) => ({ parameter: String(name) })),
  });
}

const badParameter = (parameter: string, detail: string) =>
  new ApiProblem("bad-parameter", { errors: [{ code: "malformed", detail, parameter }] });
