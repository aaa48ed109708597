import type { AddressBlock } from "#lib/values/ip-address.ts";

/**
 * The SPF record as a tree (RFC 7208 12). Every node keeps what it was written as, so that a record can be
 * printed again and a report can point at the place it speaks of. Offsets count characters of the record.
 */
export interface SpfRecord {
  readonly terms: readonly Term[];
}

// terms            = *( 1*SP ( directive / modifier ) )
export type Term = Directive | Modifier;

interface Written {
  /** The term as published. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// directive        = [ qualifier ] mechanism
export type Directive = Written & { readonly kind: "directive"; readonly qualifier: Qualifier } & Mechanism;

// qualifier        = "+" / "-" / "?" / "~"
export type Qualifier = "+" | "-" | "?" | "~";

// mechanism        = ( all / include / a / mx / ptr / ip4 / ip6 / exists )
export type Mechanism = All | Include | Exists | Host | Ptr | Network;

// all              = "all"
interface All {
  readonly name: "all";
}

// include          = "include"  ":" domain-spec
interface Include {
  readonly name: "include";
  readonly domain: DomainSpec;
}

// exists           = "exists"   ":" domain-spec
interface Exists {
  readonly name: "exists";
  readonly domain: DomainSpec;
}

// a                = "a"      [ ":" domain-spec ] [ dual-cidr-length ]
// mx               = "mx"     [ ":" domain-spec ] [ dual-cidr-length ]
interface Host {
  readonly name: "a" | "mx";
  readonly domain: DomainSpec | null;
  readonly prefix4: number | null;
  readonly prefix6: number | null;
}

// ptr              = "ptr"    [ ":" domain-spec ]
interface Ptr {
  readonly name: "ptr";
  readonly domain: DomainSpec | null;
}

// ip4              = "ip4"      ":" ip4-network   [ ip4-cidr-length ]
// ip6              = "ip6"      ":" ip6-network   [ ip6-cidr-length ]
interface Network {
  readonly name: "ip4" | "ip6";
  readonly block: AddressBlock;
}

// modifier         = redirect / explanation / unknown-modifier
export type Modifier = Written & { readonly kind: "modifier" } & (Redirect | Explanation | UnknownModifier);

export type TargetModifier = Extract<Modifier, { name: "redirect" | "exp" }>;

// redirect         = "redirect" "=" domain-spec
interface Redirect {
  readonly name: "redirect";
  readonly domain: DomainSpec;
}

// explanation      = "exp" "=" domain-spec
interface Explanation {
  readonly name: "exp";
  readonly domain: DomainSpec;
}

// unknown-modifier = name "=" macro-string
interface UnknownModifier {
  readonly name: "unknown";
  /** The name as published. */
  readonly key: string;
  readonly value: MacroString;
}

// domain-spec      = macro-string domain-end
export type DomainSpec = MacroString;

// macro-string     = *( macro-expand / macro-literal )
export type MacroString = readonly MacroPart[];

// macro-expand     = ( "%{" macro-letter transformers *delimiter "}" ) / "%%" / "%_" / "%-"
export type MacroPart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "escape"; readonly text: "%%" | "%_" | "%-" }
  | MacroExpand;

export interface MacroExpand {
  readonly kind: "macro";
  readonly text: string;
  readonly letter: MacroLetter;
  /** An upper-case letter: the value is URL-escaped (7.3). */
  readonly escaped: boolean;
  /** How many right-hand parts to keep; null for all. */
  readonly keep: number | null;
  readonly reverse: boolean;
  /** The characters the value is split at; empty for the default, a dot. */
  readonly delimiters: string;
}

// macro-letter     = "s" / "l" / "o" / "d" / "i" / "p" / "h" / "c" / "r" / "t" / "v"
export const MACRO_LETTERS = ["s", "l", "o", "d", "i", "p", "h", "c", "r", "t", "v"] as const;
export type MacroLetter = (typeof MACRO_LETTERS)[number];

/** The macro-string as published. */
export const macroText = (parts: MacroString): string => parts.map(part => part.text).join("");

/** The mechanisms of a record, in order. */
export const directivesOf = (record: SpfRecord): readonly Directive[] =>
  record.terms.filter(term => term.kind === "directive");

/** The first modifier of that name; a valid record has no second (RFC 7208 6). */
export const modifierOf = (record: SpfRecord, name: TargetModifier["name"]): TargetModifier | null =>
  record.terms.find((term): term is TargetModifier => term.kind === "modifier" && term.name === name) ?? null;
