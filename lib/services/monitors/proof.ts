import type { LookupFailure } from "#lib/dns/answer.ts";
import type { ServiceContext } from "../context.ts";
import { challengeName } from "#lib/values/challenge-name.ts";

/** What DNS says about the record that proves control. */
export type ProofAnswer =
  | { readonly outcome: "found" }
  /** DNS answered, and there is no TXT record. */
  | { readonly outcome: "absent" }
  /** There are TXT records, and none has the value. */
  | { readonly outcome: "different"; readonly texts: readonly string[] }
  /** DNS did not answer: nothing is known. */
  | { readonly outcome: "unchecked"; readonly failure: LookupFailure };

/** Texts beyond this are not shown, and no more of each than this. */
const MOST_SHOWN = 3;
const LONGEST_SHOWN = 200;

/** Looks for the record. Several records may stand there: other accounts, other values. */
export async function lookForProof(
  { lookUpTexts }: Pick<ServiceContext, "lookUpTexts">,
  { domain, value }: { domain: string; value: string },
): Promise<ProofAnswer> {
  const answer = await lookUpTexts(challengeName(domain));
  if (!answer.ok) return { outcome: "unchecked", failure: answer.failure };
  if (answer.texts.some(text => withoutQuotes(text) === value)) return { outcome: "found" };
  if (answer.texts.length === 0) return { outcome: "absent" };
  const texts = answer.texts.slice(0, MOST_SHOWN).map(text => text.slice(0, LONGEST_SHOWN));
  return { outcome: "different", texts };
}

/** Some DNS panels publish the quotation marks that people paste with the value. */
const withoutQuotes = (text: string): string => text.trim().replace(/^"(.*)"$/u, "$1");
