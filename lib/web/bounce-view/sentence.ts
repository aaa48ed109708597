/** Words as a sentence: a capital at the beginning, a full stop at the end. Addresses and host names keep their case. */
export function sentence(words: string): string {
  const [first = ""] = words.split(/\s/u);
  const isName = /[@.\d]/u.test(first.replace(/[.,:;]$/u, ""));
  const begun = isName ? words : words.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
  return /[.!?”"]$/u.test(begun) ? begun : `${begun}.`;
}

/** The same sentence without its full stop, for a heading. */
export const heading = (words: string): string => words.replace(/\.$/u, "");
