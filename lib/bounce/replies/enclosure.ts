/**
 * Where the quotation ends that encloses the codes from `start` to `end`: 'Remote Server returned '550 ...'', "(reason: 550 ...)",
 * "<mx.example.com #5.1.1 smtp;550 ...>". Null where nothing encloses it or nothing closes it.
 */
export function enclosureEnd(text: string, start: number, end: number): number | null {
  // "550-'5.4.1 ...'": the quotation begins between the codes.
  if (text.slice(start, end).includes("'")) return quoteEnd(text, end, "'");
  const opener = text[start - 1] === " " || text[start - 1] === "#" ? text[start - 2] : text[start - 1];
  const quote = opener !== undefined && "'\"".includes(opener) ? quoteEnd(text, start, opener) : null;
  return quote ?? bracketEnd(text, start);
}

const FARTHEST = 2500;

/** An apostrophe inside a word is no end: the quote closes where a word does not go on. */
function quoteEnd(text: string, start: number, quote: string): number | null {
  const limit = Math.min(text.length, start + FARTHEST);
  for (let at = text.indexOf(quote, start); at !== -1 && at < limit; at = text.indexOf(quote, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at + 1] ?? "")) return at;
  }
  return null;
}

function bracketEnd(text: string, start: number): number | null {
  const opened = openerBefore(text, start);
  if (opened === null) return null;
  const open = text[opened] ?? "";
  const close = CLOSERS.get(open) ?? "";
  const limit = Math.min(text.length, start + FARTHEST);
  let depth = 1;
  for (let at = start; at < limit; at += 1) {
    const character = text[at];
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    if (depth === 0) return at;
    if (character === "\n" && text[at + 1] === "\n") return null;
  }
  return null;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["<", ">"],
  ["[", "]"],
  ["{", "}"],
]);
const OPENERS: ReadonlyMap<string, string> = new Map([...CLOSERS].map(([open, close]) => [close, open]));

/** The last bracket before `start` that was not closed again. A transcript's `<<<` opens nothing. */
function openerBefore(text: string, start: number): number | null {
  const limit = Math.max(0, start - 160);
  if (!/[(<[{]/.test(text.slice(limit, start))) return null;
  const closed = new Map<string, number>();
  for (let at = start - 1; at >= limit; at -= 1) {
    const character = text[at] ?? "";
    if (character === "\n" && text[at - 1] === "\n") return null;
    const open = OPENERS.get(character);
    if (open !== undefined) closed.set(open, (closed.get(open) ?? 0) + 1);
    if (!CLOSERS.has(character)) continue;
    if (character === "<" && (text[at - 1] === "<" || text[at + 1] === "<")) return null;
    const pending = closed.get(character) ?? 0;
    if (pending === 0) return at;
    closed.set(character, pending - 1);
  }
  return null;
}
