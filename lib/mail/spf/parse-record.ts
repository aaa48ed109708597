import { parseIpv4, parseIpv6 } from "#lib/values/ip-address.ts";
import { err, ok, type Result } from "#lib/values/result.ts";
import { parseDomainSpec, parseMacroString } from "./parse-macro-string.ts";
import type { Directive, DomainSpec, Mechanism, Modifier, Qualifier, SpfRecord, Term } from "./record.ts";
import { isSpfRecord } from "./select-record.ts";
import type { Misreading, SyntaxProblem } from "./syntax-problem.ts";

type Read<Value> = Result<Value, Misreading>;

/**
 * Reads one SPF record strictly by the grammar of RFC 7208 12, in one pass. A record with any mistake is
 * void as a whole (4.6): then all mistakes are given, in order, at most one for each term.
 */
export function parseRecord(text: string): Result<SpfRecord, readonly SyntaxProblem[]> {
  if (!isSpfRecord(text)) return err([{ code: "not-spf", at: 0, term: "", start: 0 }]);
  const terms: Term[] = [];
  const problems: SyntaxProblem[] = [];
  const seen = new Set<string>();
  for (const { word, start } of wordsOf(text)) {
    const term = readTerm(word, start);
    if (!term.ok) {
      problems.push({ ...term.error, term: word, start });
      continue;
    }
    // RFC 7208 6: redirect and exp "MUST NOT appear in a record more than once each".
    if (term.value.kind === "modifier" && term.value.name !== "unknown") {
      if (seen.has(term.value.name))
        problems.push({ code: "duplicate-modifier", at: start, term: word, start });
      seen.add(term.value.name);
    }
    terms.push(term.value);
  }
  return problems.length === 0 ? ok({ terms }) : err(problems);
}

// record           = version terms *SP
// terms            = *( 1*SP ( directive / modifier ) )
function* wordsOf(text: string): Generator<{ word: string; start: number }> {
  let start = "v=spf1".length;
  while (start < text.length) {
    if (text[start] === " ") {
      start += 1;
      continue;
    }
    const space = text.indexOf(" ", start);
    const end = space === -1 ? text.length : space;
    yield { word: text.slice(start, end), start };
    start = end;
  }
}

function readTerm(word: string, start: number): Read<Term> {
  // RFC 7208 3.1: the record is US-ASCII; no term has room for controls either.
  const foreign = word.search(/[^\x21-\x7e]/u);
  if (foreign !== -1) return err({ code: "bad-character", at: start + foreign });
  // RFC 7208 4.6.1: a modifier has "=" behind its name, before any ":" or "/".
  const mark = word.search(/[=:/]/u);
  return word[mark] === "=" ? readModifier(word, start, mark) : readDirective(word, start, mark);
}

function readModifier(word: string, start: number, equals: number): Read<Modifier> {
  const key = word.slice(0, equals);
  const value = word.slice(equals + 1);
  const valueAt = start + equals + 1;
  const written = { kind: "modifier", text: word, start, end: start + word.length } as const;
  // name             = ALPHA *( ALPHA / DIGIT / "-" / "_" / "." )
  if (!/^[a-z][a-z0-9\-_.]*$/iu.test(key)) return err({ code: "bad-modifier-name", at: start });
  const name = key.toLowerCase();
  if (name === "redirect" || name === "exp") {
    const domain = parseDomainSpec(value, valueAt);
    return domain.ok ? ok({ ...written, name, domain: domain.value }) : domain;
  }
  const parts = parseMacroString(value, "unknown-modifier", valueAt);
  return parts.ok ? ok({ ...written, name: "unknown", key, value: parts.value }) : parts;
}

function readDirective(word: string, start: number, mark: number): Read<Directive> {
  const qualifier = qualifierOf(word[0]);
  const nameAt = qualifier === null ? 0 : 1;
  const nameEnd = mark === -1 ? word.length : mark;
  const name = word.slice(nameAt, nameEnd).toLowerCase();
  const mechanism = readMechanism(name, word.slice(nameEnd), start + nameEnd, start + nameAt);
  if (!mechanism.ok) return mechanism;
  const written = { text: word, start, end: start + word.length };
  return ok({ kind: "directive", qualifier: qualifier ?? "+", ...written, ...mechanism.value });
}

const qualifierOf = (char: string | undefined): Qualifier | null =>
  char === "+" || char === "-" || char === "?" || char === "~" ? char : null;

/** `rest` is what follows the name, with its ":" or "/". */
function readMechanism(name: string, rest: string, restAt: number, nameAt: number): Read<Mechanism> {
  switch (name) {
    case "all":
      return rest === "" ? ok({ name }) : err({ code: "value-not-allowed", at: restAt });
    case "include":
    case "exists": {
      const domain = rest.startsWith(":")
        ? parseDomainSpec(rest.slice(1), restAt + 1)
        : domainMissing(restAt);
      return domain.ok ? ok({ name, domain: domain.value }) : domain;
    }
    case "a":
    case "mx":
      return readHost(name, rest, restAt);
    case "ptr": {
      if (rest === "") return ok({ name, domain: null });
      if (!rest.startsWith(":")) return err({ code: "value-not-allowed", at: restAt });
      const domain = parseDomainSpec(rest.slice(1), restAt + 1);
      return domain.ok ? ok({ name, domain: domain.value }) : domain;
    }
    case "ip4":
    case "ip6":
      return readNetwork(name, rest, restAt);
    default:
      return err({ code: "unknown-mechanism", at: nameAt });
  }
}

const domainMissing = (at: number): Read<DomainSpec> => err({ code: "domain-missing", at });

function readHost(name: "a" | "mx", rest: string, restAt: number): Read<Mechanism> {
  // A macro-literal may be "/", but neither a top label nor a macro ends in one: a tail of digits and slashes
  // is the dual-cidr-length, and nothing else can be.
  let cut = rest.length;
  while (/[\d/]/u.test(rest[cut - 1] ?? "")) cut -= 1;
  const slash = rest.indexOf("/", cut);
  const end = slash === -1 ? rest.length : slash;
  const written = rest.slice(0, end);
  let domain: DomainSpec | null = null;
  if (written !== "") {
    if (!written.startsWith(":")) return err({ code: "bad-prefix", at: restAt });
    const spec = parseDomainSpec(written.slice(1), restAt + 1);
    if (!spec.ok) return spec;
    domain = spec.value;
  }
  // dual-cidr-length = [ ip4-cidr-length ] [ "/" ip6-cidr-length ]
  const lengths = /^(?:\/(\d+))?(?:\/\/(\d+))?$/u.exec(rest.slice(end));
  const prefix4 = lengths === null ? undefined : readPrefix(lengths[1], 32);
  const prefix6 = lengths === null ? undefined : readPrefix(lengths[2], 128);
  if (prefix4 === undefined || prefix6 === undefined) return err({ code: "bad-prefix", at: restAt + end });
  return ok({ name, domain, prefix4, prefix6 });
}

function readNetwork(name: "ip4" | "ip6", rest: string, restAt: number): Read<Mechanism> {
  const slash = rest.indexOf("/");
  const end = slash === -1 ? rest.length : slash;
  const parse = name === "ip4" ? parseIpv4 : parseIpv6;
  const address = rest.startsWith(":") ? parse(rest.slice(1, end)) : null;
  if (address === null) return err({ code: name === "ip4" ? "bad-ip4" : "bad-ip6", at: restAt });
  const bits = address.bytes.length * 8;
  if (slash === -1) return ok({ name, block: { address, prefix: bits } });
  const prefix = readPrefix(rest.slice(end + 1), bits);
  return typeof prefix === "number"
    ? ok({ name, block: { address, prefix } })
    : err({ code: "bad-prefix", at: restAt + end });
}

// ip4-cidr-length  = "/" ("0" / %x31-39 0*1DIGIT) ; value range 0-32
// ip6-cidr-length  = "/" ("0" / %x31-39 0*2DIGIT) ; value range 0-128
/** Null where none is written, undefined where it is no length. */
function readPrefix(digits: string | undefined, most: number): number | null | undefined {
  if (digits === undefined) return null;
  return /^(?:0|[1-9]\d{0,2})$/u.test(digits) && Number(digits) <= most ? Number(digits) : undefined;
}
