import type { RecordData } from "#lib/dns/answer.ts";
import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { Unanswered } from "../../known.ts";
import { unknownFor } from "../../known.ts";
import { parseRecord } from "../parse-record.ts";
import type { SpfRecord } from "../record.ts";
import { selectRecord } from "../select-record.ts";
import type { SyntaxProblem } from "../syntax-problem.ts";

/** What was found where an SPF record was looked for. */
export type Published =
  | { readonly status: "ok"; readonly text: string; readonly record: SpfRecord }
  | { readonly status: "invalid-record"; readonly text: string; readonly problems: readonly SyntaxProblem[] }
  | { readonly status: "multiple-records"; readonly texts: readonly string[] }
  | { readonly status: "no-record" }
  | { readonly status: "failed"; readonly failure: Unanswered };

/** Looks up and reads the SPF record of a name, given in the resolver's spelling. */
export async function publishedAt(name: string, resolver: Resolver): Promise<Published> {
  const answer = await resolver.lookup(name, "TXT");
  if (isFailure(answer)) return { status: "failed", failure: unknownFor(answer).failure };
  return readPublished(recordsOf(answer));
}

export function readPublished(records: readonly RecordData["TXT"][]): Published {
  const selection = selectRecord(records.map(joinedText));
  if (selection.kind === "none") return { status: "no-record" };
  if (selection.kind === "multiple") return { status: "multiple-records", texts: selection.texts };
  return readText(selection.text);
}

export function readText(text: string): Published {
  const parsed = parseRecord(text);
  return parsed.ok
    ? { status: "ok", text, record: parsed.value }
    : { status: "invalid-record", text, problems: parsed.error };
}
