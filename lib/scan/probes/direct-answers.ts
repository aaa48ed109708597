import type { Answer, RecordData, RecordType } from "#lib/dns/answer.ts";
import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";

/** What one authoritative server answered to one question. */
export interface DirectAnswer {
  readonly lookup: string;
  /**
   * `authoritative`: it serves the zone. `referral`: it answered without authority, as a server does that the
   * zone, or this part of it, was not given to. `refusal`: an error. `silent`: nothing came back, which the way
   * there may be to blame for.
   */
  readonly kind: "authoritative" | "referral" | "refusal" | "silent";
  /** Sorted; the CNAME target where one stands at the name. Empty for an absence. */
  readonly values: readonly string[];
}

export interface DirectAnswers {
  readonly soa: DirectAnswer;
  readonly mx: DirectAnswer;
  readonly txt: DirectAnswer;
  readonly dmarc: DirectAnswer;
}

/** Asks one address, without recursion, for what mail depends on. */
export async function askDirectly(
  resolver: Resolver,
  domain: string,
  authority: string,
): Promise<DirectAnswers> {
  const [soa, mx, txt, dmarc] = await Promise.all([
    resolver.lookup(domain, "SOA", { authority }),
    resolver.lookup(domain, "MX", { authority }),
    resolver.lookup(domain, "TXT", { authority }),
    resolver.lookup(`_dmarc.${domain}`, "TXT", { authority }),
  ]);
  return {
    soa: directAnswer(soa, record => String(record.serial)),
    mx: directAnswer(mx, ({ preference, exchange }) => `${preference} ${exchange}`),
    txt: directAnswer(txt, joinedText),
    dmarc: directAnswer(dmarc, joinedText),
  };
}

function directAnswer<Type extends RecordType>(
  answer: Answer<Type>,
  write: (record: RecordData[Type]) => string,
): DirectAnswer {
  const [alias] = answer.cnames;
  const values = alias === undefined ? recordsOf(answer).map(write).toSorted() : [`CNAME ${alias}`];
  return { lookup: answer.id, kind: kindOf(answer), values };
}

/** An alias at the name is an answer too, wherever it leads. */
function kindOf(answer: Answer): DirectAnswer["kind"] {
  if (answer.aa && answer.cnames.length > 0) return "authoritative";
  if (!isFailure(answer)) return answer.aa ? "authoritative" : "referral";
  if (REFUSALS.has(answer.status)) return "refusal";
  // NS records without authority count as malformed, because they tell nothing about the name.
  return answer.status === "malformed" && answer.rcode === 0 && !answer.aa ? "referral" : "silent";
}

const REFUSALS: ReadonlySet<string> = new Set(["refused", "servfail", "other-rcode"]);
