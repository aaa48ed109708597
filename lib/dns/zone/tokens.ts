import { err, ok, type Result } from "#lib/values/result.ts";

export interface Token {
  /** Escapes are undone in quoted strings and kept in bare words, where a dot can matter. */
  readonly text: string;
  readonly quoted: boolean;
}

/** One logical line: parentheses join lines, comments are gone. */
export interface Entry {
  readonly line: number;
  /** The line began with white space, so the owner is that of the entry before. */
  readonly indented: boolean;
  readonly tokens: readonly Token[];
}

/** New line, white space, comment, bracket, quoted string, bare word, or a character that fits nowhere. */
const PIECE =
  /(\r?\n)|([ \t\r\f\v]+)|(;[^\n]*)|([()])|"((?:[^"\\\n]|\\[^\n])*)"|((?:[^\s;()"\\]|\\[^\n])+)|[^]/gu;

/** Cuts a master file into entries and tokens (RFC 1035 5.1). Quoted strings come out as octets. */
export function splitEntries(text: string): Result<readonly Entry[], { line: number; message: string }> {
  const entries: Entry[] = [];
  let tokens: Token[] = [];
  let line = 1;
  let startLine = 1;
  let indented = false;
  let depth = 0;
  let atLineStart = true;

  const finish = () => {
    if (tokens.length > 0) entries.push({ line: startLine, indented, tokens });
    tokens = [];
    indented = false;
  };
  for (const match of text.replace(/^\ufeff/u, "").matchAll(PIECE)) {
    const [, newline, space, comment, bracket, quoted, word] = match;
    if (newline !== undefined) {
      line += 1;
      if (depth === 0) finish();
      atLineStart = depth === 0;
      continue;
    }
    if (space !== undefined) {
      if (atLineStart) indented = true;
    } else if (bracket !== undefined) {
      depth += bracket === "(" ? 1 : -1;
      if (depth < 0 || depth > 1) return err({ line, message: `"${bracket}" has no partner` });
    } else if (quoted !== undefined || word !== undefined) {
      if (tokens.length === 0) startLine = line;
      const token = quoted === undefined ? { text: word ?? "", quoted: false } : unquoted(quoted);
      if (token === null) return err({ line, message: "a \\DDD escape is above 255" });
      tokens.push(token);
    } else if (comment === undefined) {
      return err({ line, message: match[0] === '"' ? "a quoted string does not end" : "stray backslash" });
    }
    atLineStart = false;
  }
  if (depth > 0) return err({ line, message: '"(" is never closed' });
  finish();
  return ok(entries);
}

function unquoted(text: string): Token | null {
  const octets = unescapeOctets(text);
  return octets === null ? null : { text: octets, quoted: true };
}

/** Undoes \X and \DDD and turns characters beyond ASCII into their UTF-8 octets; null above \255. */
export function unescapeOctets(text: string): string | null {
  let octets = "";
  for (const [piece, decimal, char] of text.matchAll(/\\(\d{3})|\\?([^])/gu)) {
    if (decimal !== undefined) {
      if (Number(decimal) > 255) return null;
      octets += String.fromCharCode(Number(decimal));
    } else if (char === undefined || char <= "\x7f") {
      octets += char ?? piece;
    } else {
      octets += String.fromCharCode(...new TextEncoder().encode(char));
    }
  }
  return octets;
}
