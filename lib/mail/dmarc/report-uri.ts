/** What keeps a reporting URI from being used. */
export type UriDefect = "empty" | "no-scheme" | "bad-character" | "no-address" | "bad-host";

/** One entry of `rua` or `ruf`. Positions are offsets into the record. */
export type ReportUri = {
  /** As written, without the blanks around it. */
  readonly text: string;
  /** Without the obsolete size limit. */
  readonly uri: string;
  /** Lower-case; empty when there is none. Receivers have to support "mailto" and ignore what they do not. */
  readonly scheme: string;
  /** Lower-case host that the reports go to; null when the URI names none. */
  readonly host: string | null;
  /** "10m": the obsolete limit that receivers ignore now (RFC 9989 4.8 obs-dmarc-report-size). */
  readonly sizeLimit: string | null;
  /** Null for a valid reporting URI. */
  readonly defect: UriDefect | null;
  readonly start: number;
  readonly end: number;
};

/** Reads `dmarc-urilist` (RFC 9989 4.8). `offset` is where the list stands in the record. Never throws. */
export function parseReportUris(list: string, offset: number): readonly ReportUri[] {
  const uris: ReportUri[] = [];
  let start = 0;
  for (const entry of list.split(",")) {
    const text = entry.trim();
    const at = offset + start + (entry.length - entry.trimStart().length);
    uris.push(readUri(text, at));
    start += entry.length + 1;
  }
  return uris;
}

/** Whether a report can be asked for at all: the condition of RFC 9989 4.10.1 for acting on a broken record. */
export const hasValidUri = (uris: readonly ReportUri[]): boolean => uris.some(uri => uri.defect === null);

const SIZE_LIMIT = /!(\d+[kmgt]?)$/iu;
const SCHEME = /^([a-z][a-z0-9+.-]*):/iu;
/** RFC 3986 characters without "!" and ",", which have to be percent-encoded here. */
const URI_CHARACTERS = /^(?:[A-Za-z0-9\-._~:/?#[\]@$&'()*+;=]|%[0-9A-Fa-f]{2})*$/u;

function readUri(text: string, start: number): ReportUri {
  const sizeLimit = SIZE_LIMIT.exec(text)?.[1] ?? null;
  const uri = sizeLimit === null ? text : text.slice(0, text.length - sizeLimit.length - 1);
  const scheme = SCHEME.exec(uri)?.[1]?.toLowerCase() ?? "";
  const rest = uri.slice(scheme.length + 1);
  const host = scheme === "" ? null : hostOf(scheme, rest);
  const defect = defectOf({ uri, scheme, rest, host });
  return {
    text,
    uri,
    scheme,
    host: defect === null ? host : null,
    sizeLimit,
    defect,
    start,
    end: start + text.length,
  };
}

interface UriParts {
  readonly uri: string;
  readonly scheme: string;
  readonly rest: string;
  readonly host: string | null;
}

function defectOf({ uri, scheme, rest, host }: UriParts): UriDefect | null {
  if (uri === "") return "empty";
  if (scheme === "") return "no-scheme";
  if (!URI_CHARACTERS.test(uri)) return "bad-character";
  if (scheme === "mailto" && !/^[^?]*[^?@]@[^?@]/u.test(rest)) return "no-address";
  if (host !== null && !isHost(host)) return "bad-host";
  return null;
}

/** The mailbox domain of a mailto URI (RFC 6068), the authority host of others. */
function hostOf(scheme: string, rest: string): string | null {
  if (scheme === "mailto") {
    const address = rest.split("?", 1)[0] ?? "";
    return trimmedHost(address.slice(address.lastIndexOf("@") + 1));
  }
  const authority = /^\/\/([^/?#]*)/u.exec(rest)?.[1];
  if (authority === undefined) return null;
  return trimmedHost(authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/u, ""));
}

const trimmedHost = (host: string): string => host.toLowerCase().replace(/\.$/u, "");

const isHost = (host: string): boolean =>
  host.length <= 253 && host.split(".").every(label => /^[a-z0-9_-]{1,63}$/u.test(label));
