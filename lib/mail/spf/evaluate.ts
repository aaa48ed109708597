import { joinedText } from "#lib/dns/answer.ts";
import { expandTarget, type Target } from "./expand-target.ts";
import { lookupsOfDirective, lookupsOfRedirect } from "./limits.ts";
import { isStopped, type Match, matchClient, matchTarget } from "./match-directive.ts";
import type { SpfReason, SpfResult, Stop } from "./outcome.ts";
import { permerror, temperror } from "./outcome.ts";
import { parseRecord } from "./parse-record.ts";
import { prefetch } from "./prefetch.ts";
import type { Directive, DomainSpec, Qualifier, SpfRecord, TargetModifier } from "./record.ts";
import { directivesOf, modifierOf } from "./record.ts";
import { selectRecord } from "./select-record.ts";
import { isStop, type Session } from "./session.ts";
import { isWellFormedDomain, lookupName } from "./target-name.ts";
import { traceTerm } from "./trace.ts";

/** What one call of check_host() ends with. */
export interface Evaluation {
  readonly result: SpfResult;
  readonly reason: SpfReason;
  /** The `exp` to be used if this fail is the final result, and the <domain> of its record. */
  readonly explanation: { readonly spec: DomainSpec; readonly domain: string } | null;
}

/** Where evaluation stands: the <domain>, and how deep in includes and redirects that is. */
export interface Place {
  readonly domain: string;
  readonly depth: number;
  readonly session: Session;
}

/** check_host() of RFC 7208 4 for one <domain>; calls itself for `include` and `redirect`. */
export async function evaluate(place: Place): Promise<Evaluation> {
  const { domain, session } = place;
  const record = await recordAt(domain, session);
  if ("result" in record) return record;
  prefetch(record, domain, session);
  for (const directive of directivesOf(record)) {
    const trace = traceTerm(directive, place);
    const { match, target } = await tryDirective(directive, place);
    // RFC 7208 4.6.4: a void look-up too many is a permanent error.
    const tooMany = match === "void" ? session.foundNothing(domain, directive.text) : null;
    const outcome = tooMany ?? match;
    trace.close(outcome, target);
    if (isStopped(outcome)) return unexplained(outcome.result, outcome.reason);
    if (outcome === "match") return matched(directive, domain, record);
  }
  // RFC 7208 6.1: a redirect is ignored beside an "all" anywhere; but an "all" has matched above.
  const redirect = modifierOf(record, "redirect");
  if (redirect !== null) return followRedirect(redirect, place);
  // RFC 7208 4.7: "just as if ?all were specified as the last directive".
  return unexplained("neutral", { code: "nothing-matched", domain });
}

/** RFC 7208 4.3 to 4.6: the valid record of the domain, or what check_host() returns without one. */
async function recordAt(domain: string, session: Session): Promise<SpfRecord | Evaluation> {
  if (!isWellFormedDomain(domain)) return unexplained("none", { code: "malformed-domain", domain });
  const records = await session.fetch(domain, lookupName(domain), "TXT");
  if (isStop(records)) return unexplained(records.result, records.reason);
  const selection = selectRecord(records.map(joinedText));
  if (selection.kind === "none") return unexplained("none", { code: "no-record", domain });
  if (selection.kind === "multiple") return unexplained("permerror", { code: "multiple-records", domain });
  const parsed = parseRecord(selection.text);
  if (parsed.ok) return parsed.value;
  // RFC 7208 4.6: a syntax error anywhere ends it, "without further interpretation or evaluation".
  return unexplained("permerror", { code: "syntax", domain, problems: parsed.error.slice(0, MOST_PROBLEMS) });
}

/** Mistakes of one record that are worth telling. */
const MOST_PROBLEMS = 10;

interface Tried {
  readonly match: Match;
  /** The <target-name>, where the mechanism has a usable one. */
  readonly target: string | null;
}

async function tryDirective(directive: Directive, place: Place): Promise<Tried> {
  const { domain, session } = place;
  if (!("domain" in directive)) return { match: matchClient(directive, session.ip), target: null };
  const overspent = session.spend(lookupsOfDirective(directive), domain, directive.text);
  if (overspent !== null) return { match: overspent, target: null };
  const target = await targetOf(directive.domain, place);
  if (target.kind === "stop") return { match: target, target: null };
  if (directive.name === "include") return matchInclude(target, place);
  // RFC 7208 4.8 leaves names that cannot be asked for to us: they match nothing.
  if (target.kind === "unusable") return { match: "no-match", target: null };
  const match = await matchTarget(directive, lookupName(target.name), domain, session);
  return { match, target: target.name };
}

/** RFC 7208 4.8: the <domain> stands in for a domain-spec that is left out. */
const targetOf = async (spec: DomainSpec | null, { domain, session }: Place): Promise<Target | Stop> =>
  spec === null ? { kind: "name", name: domain } : expandTarget(spec, domain, session);

/** RFC 7208 5.2: the result of the included record decides. */
async function matchInclude(target: Target, { domain, depth, session }: Place): Promise<Tried> {
  if (target.kind === "unusable") {
    // RFC 8616 4 says of such a term that it does not match; any other name gives "none" (4.3).
    const malformed = permerror({ code: "malformed-domain", domain });
    return { match: target.because === "local-part" ? "no-match" : malformed, target: null };
  }
  const inner = await evaluate({ domain: target.name, depth: depth + 1, session });
  return { match: MATCH_OF_INCLUDED[inner.result](inner.reason), target: target.name };
}

const MATCH_OF_INCLUDED: { readonly [Result in SpfResult]: (reason: SpfReason) => Match } = {
  pass: () => "match",
  fail: () => "no-match",
  softfail: () => "no-match",
  neutral: () => "no-match",
  temperror,
  permerror,
  none: permerror,
};

/** RFC 7208 6.1: the result of the other record is the result, but without a record there it is permerror. */
async function followRedirect(redirect: TargetModifier, place: Place): Promise<Evaluation> {
  const { domain, depth, session } = place;
  const trace = traceTerm(redirect, place);
  const overspent = session.spend(lookupsOfRedirect(redirect.domain), domain, redirect.text);
  const target = overspent ?? (await targetOf(redirect.domain, place));
  if (target.kind !== "name") {
    const stop = target.kind === "stop" ? target : permerror({ code: "malformed-domain", domain });
    trace.close(stop, null);
    return unexplained(stop.result, stop.reason);
  }
  // RFC 7208 6.2: "an exp modifier from the original domain MUST NOT be used"; the other's is.
  const inner = await evaluate({ domain: target.name, depth: depth + 1, session });
  const evaluation = inner.result === "none" ? unexplained("permerror", inner.reason) : inner;
  trace.close("followed", target.name);
  return evaluation;
}

const RESULT_OF_QUALIFIER: { readonly [One in Qualifier]: SpfResult } = {
  "+": "pass",
  "-": "fail",
  "~": "softfail",
  "?": "neutral",
};

/** RFC 7208 4.6.2, 6.2: the qualifier is the result; a fail by a mechanism may be explained. */
function matched(directive: Directive, domain: string, record: SpfRecord): Evaluation {
  const result = RESULT_OF_QUALIFIER[directive.qualifier];
  const exp = result === "fail" ? modifierOf(record, "exp") : null;
  const reason = { code: "matched", domain, term: directive.text } as const;
  return { result, reason, explanation: exp === null ? null : { spec: exp.domain, domain } };
}

const unexplained = (result: SpfResult, reason: SpfReason): Evaluation => ({
  result,
  reason,
  explanation: null,
});
