import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import { keyName } from "#lib/mail/dkim/selector-name.ts";
import { found, noAnswer, unknown } from "./asked.ts";
import type { Alignment } from "./alignment.ts";
import type { Asked, KeyEvidence } from "./evidence.ts";
import type { TriageQuestions } from "./questions.ts";

/**
 * The keys of the signatures that the returned mail carried (RFC 6376 6.1.2). Whether a signature verifies cannot be
 * said without the whole mail; without a usable key none does.
 */
export async function askKeys(
  { signatures, hasHeader }: TriageQuestions,
  { resolver, alignment }: { readonly resolver: Resolver; readonly alignment: Promise<Alignment> },
): Promise<Asked<readonly KeyEvidence[]>> {
  if (!hasHeader) return unknown("no-quoted-header");
  const keys = signatures.map(async ({ domain, selector }) => {
    const [key, { dkim }] = await Promise.all([keyAt(selector, domain, resolver), alignment]);
    return { domain, selector, key, aligned: await dkim(domain) };
  });
  return found(await Promise.all(keys));
}

async function keyAt(selector: string, domain: string, resolver: Resolver): Promise<KeyEvidence["key"]> {
  const name = keyName(selector, domain);
  if (name === null) return found("absent");
  const answer = await resolver.lookup(name, "TXT", { purpose: "selector" });
  if (isFailure(answer)) return noAnswer(answer);
  const kinds = recordsOf(answer).map(record => parseKeyRecord(joinedText(record)).kind);
  if (kinds.includes("key")) return found("usable");
  if (kinds.includes("revoked")) return found("revoked");
  return found(kinds.includes("invalid") ? "unusable" : "absent");
}
