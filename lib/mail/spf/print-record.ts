import type { Directive, Modifier, SpfRecord, Term } from "./record.ts";
import { macroText } from "./record.ts";

/**
 * The record as text in its shortest usual spelling: lower-case names, one space between terms, no "+".
 * Reading the text again gives the same record.
 */
export const printRecord = (record: SpfRecord): string =>
  ["v=spf1", ...record.terms.map(printTerm)].join(" ");

export const printTerm = (term: Term): string =>
  term.kind === "modifier" ? printModifier(term) : printDirective(term);

function printDirective(directive: Directive): string {
  const qualifier = directive.qualifier === "+" ? "" : directive.qualifier;
  return `${qualifier}${directive.name}${argumentOf(directive)}`;
}

function argumentOf(directive: Directive): string {
  switch (directive.name) {
    case "all":
      return "";
    case "include":
    case "exists":
      return `:${macroText(directive.domain)}`;
    case "ptr":
      return directive.domain === null ? "" : `:${macroText(directive.domain)}`;
    case "a":
    case "mx": {
      const domain = directive.domain === null ? "" : `:${macroText(directive.domain)}`;
      const prefix4 = directive.prefix4 === null ? "" : `/${directive.prefix4}`;
      const prefix6 = directive.prefix6 === null ? "" : `//${directive.prefix6}`;
      return `${domain}${prefix4}${prefix6}`;
    }
    case "ip4":
    case "ip6": {
      const { address, prefix } = directive.block;
      return `:${address.text}${prefix === address.bytes.length * 8 ? "" : `/${prefix}`}`;
    }
  }
}

function printModifier(modifier: Modifier): string {
  return modifier.name === "unknown"
    ? `${modifier.key}=${macroText(modifier.value)}`
    : `${modifier.name}=${macroText(modifier.domain)}`;
}
