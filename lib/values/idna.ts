import tr46 from "tr46";

/** UTS 46, non-transitional, with the bidi rule and CONTEXTJ; hyphens are judged by `hostNameOf`'s callers. */
const STRICT = { checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true } as const;

/** Lower-case A-label form of a name in any script; null when UTS 46 refuses it (invalid `xn--` included). */
export function toAscii(name: string): string | null {
  const ascii = tr46.toASCII(name, STRICT);
  if (ascii === null) return null;
  // An A-label never encodes a name with hyphens in places 3 and 4 or at an end (RFC 5891 4.2.3.1).
  const labels = tr46.toUnicode(ascii, STRICT).domain.split(".");
  return labels.some(label => /\P{ASCII}/u.test(label) && /^(?:-|..--)|-$/u.test(label)) ? null : ascii;
}

/** The name with its A-labels turned to Unicode; null when it has none. */
export function toUnicodeForm(ascii: string): string | null {
  if (!/(?:^|\.)xn--/u.test(ascii)) return null;
  const { domain, error } = tr46.toUnicode(ascii, STRICT);
  return error ? null : domain;
}

/**
 * Whether a label mixes scripts that no writing system mixes (UTS 39 5.2, "highly restrictive"): the mark of
 * a name made to look like another.
 */
export const mixesScripts = (unicode: string): boolean =>
  unicode.split(".").some(label => {
    const scripts = SCRIPTS.filter(([, pattern]) => pattern.test(label)).map(([name]) => name);
    return (
      scripts.length > 1 && !WRITTEN_TOGETHER.some(system => scripts.every(name => system.includes(name)))
    );
  });

const SCRIPTS = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Hebrew",
  "Arabic",
  "Devanagari",
  "Bengali",
  "Gurmukhi",
  "Gujarati",
  "Oriya",
  "Tamil",
  "Telugu",
  "Kannada",
  "Malayalam",
  "Sinhala",
  "Thai",
  "Lao",
  "Tibetan",
  "Myanmar",
  "Georgian",
  "Ethiopic",
  "Cherokee",
  "Khmer",
  "Mongolian",
  "Han",
  "Hiragana",
  "Katakana",
  "Bopomofo",
  "Hangul",
].map(name => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

const WRITTEN_TOGETHER: readonly (readonly string[])[] = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];
