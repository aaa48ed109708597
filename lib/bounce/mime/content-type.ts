export interface ContentType {
  /** "text/plain", lower case. */
  readonly type: string;
  readonly boundary: string | null;
  readonly charset: string | null;
  readonly reportType: string | null;
  readonly name: string | null;
}

/** Reads a Content-Type field (RFC 2045 5.1) leniently; what cannot be read is text/plain. */
export function parseContentType(value: string | null): ContentType {
  const text = value ?? "";
  const type = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,80})/.exec(text)?.[1]?.toLowerCase() ?? "text/plain";
  return {
    type,
    boundary: parameter(text, "boundary"),
    charset: parameter(text, "charset"),
    reportType: parameter(text, "report-type")?.toLowerCase() ?? null,
    name: parameter(text, "name"),
  };
}

/** One parameter, quoted or not, RFC 2231 pieces joined for the names that matter here. */
function parameter(text: string, name: string): string | null {
  const pieces: string[] = [];
  for (const match of text.matchAll(PARAMETER)) {
    if (match[1]?.toLowerCase() !== name) continue;
    const value = match[2] === undefined ? (match[3] ?? "") : match[2].replace(/\\(.)/g, "$1");
    if (!match[0].includes("*")) return value;
    pieces.push(value.replace(/^[\w-]{0,40}'[\w-]{0,20}'/, ""));
  }
  return pieces.length === 0 ? null : pieces.join("");
}

const PARAMETER =
  /;\s{0,99}([\w-]{1,40})(?:\*\d{0,3}\*?)?\s{0,10}=\s{0,10}(?:"((?:[^"\\]|\\.){0,500})"|([^\s;"]{1,500}))/g;
