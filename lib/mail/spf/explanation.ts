import { joinedText } from "#lib/dns/answer.ts";
import { expandTarget, macroValues } from "./expand-target.ts";
import { expandMacros } from "./macro.ts";
import { parseMacroString } from "./parse-macro-string.ts";
import type { DomainSpec } from "./record.ts";
import { isStop, type Session } from "./session.ts";
import { lookupName } from "./target-name.ts";

/** Explanations are for one SMTP reply; a longer text is cut ("implementations MAY limit the length", 6.2). */
const LONGEST_EXPLANATION = 4096;

/**
 * The explanation that the publisher of a failing record gives (RFC 7208 6.2); empty wherever anything is
 * wrong with it. Costs no look-up of the ten and never changes the result.
 */
export async function explain(spec: DomainSpec, domain: string, session: Session): Promise<string> {
  const target = await expandTarget(spec, domain, session);
  if (target.kind !== "name") return "";
  const records = await session.fetch(domain, lookupName(target.name), "TXT");
  // "if no records are returned, or if more than one record is returned [...] proceed as if no exp was given".
  if (isStop(records) || records.length !== 1) return "";
  const text = records.map(joinedText).join("");
  const parts = parseMacroString(text, "explanation");
  if (!parts.ok) return "";
  const values = await macroValues(parts.value, domain, session);
  if ("kind" in values) return "";
  const explanation = expandMacros(parts.value, values, LONGEST_EXPLANATION);
  // "the explanation string MUST be limited to US-ASCII"; a control could break out of an SMTP reply.
  return /^[\x20-\x7e]*$/u.test(explanation) ? explanation : "";
}
