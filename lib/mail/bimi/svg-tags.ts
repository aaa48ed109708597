/** One start tag (or empty-element tag) of an XML text. */
export interface SvgTag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Elements that are open around it. */
  readonly depth: number;
  readonly selfClosing: boolean;
  /** Text between this tag and the next markup. */
  readonly text: string;
}

export type SvgScan =
  | { readonly ok: true; readonly tags: readonly SvgTag[] }
  | { readonly ok: false; readonly problem: "doctype" | "malformed" | "too-complex" };

const MOST_TAGS = 5000;
const MOST_ATTRIBUTES = 200;

/**
 * Lists the tags of an XML document in one pass over the text, without resolving, fetching or drawing anything.
 * Document types are refused: entities are the way to make text grow.
 */
export function scanSvg(text: string): SvgScan {
  const tags: SvgTag[] = [];
  let depth = 0;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open === -1) break;
    const skipped = skipMarkup(text, open);
    if (skipped === "doctype") return { ok: false, problem: "doctype" };
    if (skipped === "malformed") return { ok: false, problem: "malformed" };
    if (skipped !== null) at = skipped;
    else if (text[open + 1] === "/") {
      const close = text.indexOf(">", open);
      depth -= 1;
      if (close === -1 || depth < 0) return { ok: false, problem: "malformed" };
      at = close + 1;
    } else {
      const tag = readTag(text, open);
      if (tag === null) return { ok: false, problem: "malformed" };
      if (tags.length >= MOST_TAGS || tag.attributes.length > MOST_ATTRIBUTES) {
        return { ok: false, problem: "too-complex" };
      }
      const next = text.indexOf("<", tag.end);
      const inner = text.slice(tag.end, next === -1 ? text.length : next);
      tags.push({ ...tag, depth, text: tag.selfClosing ? "" : inner.trim() });
      if (!tag.selfClosing) depth += 1;
      at = tag.end;
    }
  }
  return depth === 0 && tags.length > 0 ? { ok: true, tags } : { ok: false, problem: "malformed" };
}

/** Where a comment, CDATA section or processing instruction ends; null when `<` begins a tag. */
function skipMarkup(text: string, open: number): number | null | "doctype" | "malformed" {
  for (const [start, end] of MARKUP) {
    if (!text.startsWith(start, open)) continue;
    const close = text.indexOf(end, open + start.length);
    return close === -1 ? "malformed" : close + end.length;
  }
  return text[open + 1] === "!" ? "doctype" : null;
}

const MARKUP = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** Sticky patterns: each continues exactly where the one before ended, so the pass stays linear. */
const NAME = /[A-Za-z_][A-Za-z0-9_.:-]*/uy;
const ATTRIBUTE = /\s+([A-Za-z_][A-Za-z0-9_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const END = /\s*(\/?)>/uy;

function readTag(text: string, open: number) {
  const name = matchAt(NAME, text, open + 1);
  if (name === null) return null;
  let end = open + 1 + name[0].length;
  const attributes: (readonly [string, string])[] = [];
  for (;;) {
    const attribute = matchAt(ATTRIBUTE, text, end);
    if (attribute === null) break;
    attributes.push([attribute[1] ?? "", attribute[2] ?? attribute[3] ?? ""]);
    end += attribute[0].length;
  }
  const close = matchAt(END, text, end);
  if (close === null) return null;
  return { name: name[0], attributes, selfClosing: close[1] === "/", end: end + close[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
