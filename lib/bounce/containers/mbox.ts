/** Whether a source is an mbox (RFC 4155): it begins with a "From " line that ends in a date, and a header follows. */
export const isMbox = (source: string): boolean => START.test(source);

/** The mails of an mbox, one after the other. A "From " line counts after an empty line or at the very start. */
export function* mailsOfMbox(source: string): Iterable<string> {
  let start = 0;
  for (const match of source.matchAll(BETWEEN)) {
    const end = match.index + 1;
    yield source.slice(start, end);
    start = match.index + match[0].length - (match[1]?.length ?? 0);
  }
  if (start < source.length) yield source.slice(start);
}

const START = /^From (?:\S{1,320}|"[^"\n]{1,300}"\S{0,255}) {1,3}[^\n]{0,60}\d{4}[^\n]{0,20}\n[\w-]{1,80}:/;
const BETWEEN =
  /\n\n(From (?:\S{1,320}|"[^"\n]{1,300}"\S{0,255}) {1,3}[^\n]{0,60}\d{4}[^\n]{0,20}\n)(?=[\w-]{1,80}:)/g;
