/** A stretch of text: plain, or one character that would not show or would mislead, by its code point. */
export interface TextPiece {
  readonly text: string;
  /** "U+202E" for a character that must not take effect; null for plain text. */
  readonly code: string | null;
}

/**
 * Splits foreign text (DNS records, SMTP replies, names) so that control, bidirectional, zero-width and other
 * invisible characters can be shown instead of obeyed. Line feeds and tabs are kept where `lines` is set.
 */
export function visiblePieces(text: string, options: { readonly lines?: boolean } = {}): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (options.lines === true && isLayout(match[0], text[match.index + 1])) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), code: null });
    pieces.push({ text: match[0], code: codePoint(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), code: null });
  return pieces;
}

/** The same as one string, hidden characters as `⟨U+202E⟩`: for exports, titles and labels. */
export const visibleText = (text: string, options: { readonly lines?: boolean } = {}): string =>
  visiblePieces(text, options)
    .map(piece => (piece.code === null ? piece.text : `⟨${piece.code}⟩`))
    .join("");

/** Line ends (of either kind) and tabs. */
const isLayout = (character: string, next: string | undefined): boolean =>
  character === "\n" || character === "\t" || (character === "\r" && next === "\n");

/**
 * Controls, formats (bidi, zero-width, tags, soft hyphen), lone surrogates, private use, unassigned, line and
 * paragraph separators, blanks other than the ordinary one, Hangul fillers and the variation selectors.
 */
const HIDDEN =
  /[\u034F\u17B4\u17B5\uFE00-\uFE0F\u{E0100}-\u{E01EF}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u115F\u1160\u3164\uFFA0\u2800]/gu;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
