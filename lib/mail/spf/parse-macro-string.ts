import { err, ok, type Result } from "#lib/values/result.ts";
import type { DomainSpec, MacroLetter, MacroPart, MacroString } from "./record.ts";
import { MACRO_LETTERS } from "./record.ts";
import type { Misreading, SyntaxCode } from "./syntax-problem.ts";

/**
 * Where the macro-string stands. `c`, `r` and `t` are for explanations only (RFC 7208 7.2). The value of an
 * unknown modifier obeys the bare grammar, which knows no such difference: it is ignored, not judged (6).
 */
export type MacroPlace = "domain-spec" | "unknown-modifier" | "explanation";

/**
 * Reads a macro-string (RFC 7208 7.1), or an explain-string where the place is an explanation. `offset` is
 * added to the positions of mistakes. One pass, no backtracking.
 */
export function parseMacroString(
  text: string,
  place: MacroPlace,
  offset = 0,
): Result<MacroString, Misreading> {
  const parts: MacroPart[] = [];
  let literalFrom = 0;
  let at = 0;
  const endLiteral = () => {
    if (literalFrom < at) parts.push({ kind: "literal", text: text.slice(literalFrom, at) });
  };
  while (at < text.length) {
    if (text[at] !== "%") {
      // explain-string   = *( macro-string / SP )
      if (!isLiteral(text[at]) && !(place === "explanation" && text[at] === " ")) {
        return err({ code: "bad-character", at: offset + at });
      }
      at += 1;
      continue;
    }
    endLiteral();
    const part = readExpand(text, at, place);
    if (!part.ok) return err({ code: part.error.code, at: offset + part.error.at });
    parts.push(part.value);
    at += part.value.text.length;
    literalFrom = at;
  }
  endLiteral();
  return ok(parts);
}

/** Reads a domain-spec (RFC 7208 7.1): a macro-string that ends in a top label or in a macro. */
export function parseDomainSpec(text: string, offset = 0): Result<DomainSpec, Misreading> {
  if (text === "") return err({ code: "domain-missing", at: offset });
  const parts = parseMacroString(text, "domain-spec", offset);
  if (!parts.ok) return parts;
  const last = parts.value.at(-1);
  if (last?.kind === "literal" && !endsInTopLabel(last.text)) {
    return err({ code: "domain-end", at: offset + text.length - last.text.length });
  }
  return parts;
}

// macro-literal    = %x21-24 / %x26-7E
const isLiteral = (char: string | undefined): boolean => char !== undefined && char >= "!" && char <= "~";

// macro-expand     = ( "%{" macro-letter transformers *delimiter "}" ) / "%%" / "%_" / "%-"
function readExpand(text: string, start: number, place: MacroPlace): Result<MacroPart, Misreading> {
  const next = text[start + 1];
  if (next === "%" || next === "_" || next === "-") return ok({ kind: "escape", text: `%${next}` });
  // RFC 7208 7.3: any other character behind "%" is a syntax error.
  if (next !== "{") return err({ code: "bare-percent", at: start });

  let at = start + 2;
  const letter = letterOf(text[at]);
  if (letter === null)
    return err({ code: text[at] === undefined ? "macro-not-closed" : "unknown-macro-letter", at });
  if (place === "domain-spec" && (letter === "c" || letter === "r" || letter === "t")) {
    return err({ code: "macro-letter-only-in-exp", at });
  }
  at += 1;

  // transformers     = *DIGIT [ "r" ]
  const digitsFrom = at;
  while (isDigit(text[at])) at += 1;
  const digits = text.slice(digitsFrom, at);
  // RFC 7208 7.3: "If a DIGIT is specified, the value MUST be nonzero."
  if (digits !== "" && Number(digits) === 0) return err({ code: "macro-keeps-nothing", at: digitsFrom });
  const reverse = text[at] === "r" || text[at] === "R";
  if (reverse) at += 1;

  const delimitersFrom = at;
  while (isDelimiter(text[at])) at += 1;
  if (text[at] !== "}") return err({ code: unclosed(text[at]), at });
  return ok({
    kind: "macro",
    text: text.slice(start, at + 1),
    letter,
    escaped: text[start + 2] !== letter,
    keep: digits === "" ? null : Number(digits),
    reverse,
    delimiters: text.slice(delimitersFrom, at),
  });
}

const unclosed = (char: string | undefined): SyntaxCode =>
  char === undefined ? "macro-not-closed" : "bad-transformer";

function letterOf(char: string | undefined): MacroLetter | null {
  const lower = char?.toLowerCase();
  return MACRO_LETTERS.find(letter => letter === lower) ?? null;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";

// delimiter        = "." / "-" / "+" / "," / "/" / "_" / "="
const isDelimiter = (char: string | undefined): boolean => char !== undefined && ".-+,/_=".includes(char);

// domain-end       = ( "." toplabel [ "." ] ) / macro-expand
function endsInTopLabel(literal: string): boolean {
  const withoutDot = literal.endsWith(".") ? literal.slice(0, -1) : literal;
  const dot = withoutDot.lastIndexOf(".");
  return dot !== -1 && isTopLabel(withoutDot.slice(dot + 1));
}

// toplabel         = ( *alphanum ALPHA *alphanum ) / ( 1*alphanum "-" *( alphanum / "-" ) alphanum )
/** Letters, digits and hyphens, no hyphen at either end, and not digits alone. */
export const isTopLabel = (label: string): boolean =>
  /^[a-z0-9-]+$/iu.test(label) && !label.startsWith("-") && !label.endsWith("-") && !/^\d+$/u.test(label);
