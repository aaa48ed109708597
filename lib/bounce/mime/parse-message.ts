import { decodeCharset } from "./charset.ts";
import { type ContentType, parseContentType } from "./content-type.ts";
import { type Headers, parseHeaders, splitHeaders } from "./headers.ts";
import { LIMITS } from "./limits.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

/** A leaf of the MIME tree. */
export interface Part {
  readonly content: ContentType;
  readonly headers: Headers;
  readonly attachment: boolean;
  /** The decoded text, decoded when asked for. */
  readonly text: () => string;
  /** The decoded octets as latin1: the source of a mail within the mail. */
  readonly source: () => string;
  /** The decoded octets as they are: of a part that is no text. */
  readonly octets: () => Uint8Array;
}

export interface MailMessage {
  readonly headers: Headers;
  readonly content: ContentType;
  /** All leaves in order, multiparts opened. */
  readonly parts: readonly Part[];
}

/** Opens a mail. Never fails: damaged structure is read as far as it goes, within LIMITS. */
export const parseMessage = (bytes: Uint8Array): MailMessage => parseSource(latin1(bytes));

/** The same for a source that is text already, one octet per character. */
export function parseSource(source: string): MailMessage {
  const { header, body } = splitHeaders(withoutMboxLine(toLf(source)));
  const headers = parseHeaders(header);
  const content = parseContentType(headers.raw("content-type"));
  const parts: Part[] = [];
  collect({ headers, content, body, depth: 0 }, parts);
  return { headers, content, parts };
}

interface Entity {
  readonly headers: Headers;
  readonly content: ContentType;
  readonly body: string;
  readonly depth: number;
}

function collect(root: Entity, parts: Part[]): void {
  const open: Entity[] = [root];
  let seen = 0;
  for (let entity = open.pop(); entity !== undefined && seen < LIMITS.parts; entity = open.pop()) {
    seen += 1;
    const children = entity.depth < LIMITS.depth ? childrenOf(entity, LIMITS.parts - seen) : null;
    if (children === null) parts.push(leaf(entity));
    else open.push(...children.toReversed());
  }
}

/** The parts of a multipart, or null for a leaf. */
function childrenOf(entity: Entity, limit: number): readonly Entity[] | null {
  if (!entity.content.type.startsWith("multipart/")) return null;
  const asDeclared = splitAtBoundary(entity.body, entity.content.boundary, limit);
  const bodies =
    asDeclared.length > 0 ? asDeclared : splitAtBoundary(entity.body, boundaryIn(entity.body), limit);
  if (bodies.length === 0) return null;
  return bodies.map(source => {
    const { header, body } = splitHeaders(source);
    const headers = parseHeaders(header);
    const declared = headers.raw("content-type");
    // RFC 2046 5.1.5: a digest holds mails unless a part says otherwise.
    const fallback = entity.content.type === "multipart/digest" ? "message/rfc822" : null;
    return { headers, content: parseContentType(declared ?? fallback), body, depth: entity.depth + 1 };
  });
}

/** Where no boundary or a wrong one is declared: the first line that looks like one before the header of a part. */
const boundaryIn = (body: string): string | null =>
  /(?:^|\n)--(\S{1,200})[ \t]{0,80}\n(?:\n|[A-Za-z][\w-]{1,60}:)/.exec(body)?.[1] ?? null;

/** RFC 2046 5.1.1. A missing final boundary ends with the text; prologue and epilogue are dropped. */
function splitAtBoundary(body: string, boundary: string | null, limit: number): readonly string[] {
  if (boundary === null || boundary === "") return [];
  const delimiter = `--${boundary}`;
  const sources: string[] = [];
  let start = -1;
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== "\n") continue;
    const newline = body.indexOf("\n", at);
    const lineEnd = newline === -1 ? body.length : newline;
    const rest = body.slice(at + delimiter.length, Math.min(lineEnd, at + delimiter.length + 100)).trimEnd();
    if (rest !== "" && rest !== "--") continue;
    if (start !== -1) sources.push(body.slice(start, Math.max(start, at - 1)));
    start = Math.min(lineEnd + 1, body.length);
    if (rest === "--") return sources;
    if (sources.length >= limit) return sources;
  }
  if (start !== -1) sources.push(body.slice(start));
  return sources;
}

function leaf({ headers, content, body }: Entity): Part {
  const declared = headers.raw("content-transfer-encoding");
  // A source copied from a mail program's window may declare base64 and hold what it said.
  const encoding =
    /base64/i.test(declared ?? "") && /[^\w+/=\s-]/.test(body.slice(0, 2000)) ? null : declared;
  const octets = () => decodeTransfer(body, encoding);
  return {
    content,
    headers,
    attachment: /^\s*attachment/i.test(headers.raw("content-disposition") ?? ""),
    text: () => decodeCharset(octets(), content.charset).slice(0, LIMITS.textLength).replace(/\r\n?/g, "\n"),
    source: () => toLf(latin1(octets())),
    octets,
  };
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const toLf = (source: string): string => (source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source);

const withoutMboxLine = (source: string): string =>
  source.replace(/^\s{0,10}>?From [^\n]{1,300}\n/, "").replace(/^\n{1,99}(?=[\w-]{1,80}:)/, "");
