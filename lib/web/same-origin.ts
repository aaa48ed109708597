/** The parts of a request that tell where it was made. */
export interface OriginEvidence {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for a request that changes something and was not made by a page of this site. A missing `Origin` is
 * not trusted (Next only warns about it). Requests with an API key carry no cookie authority and are let by.
 */
export function isForgedRequest({ method, url, headers }: OriginEvidence): boolean {
  if (SAFE_METHODS.has(method)) return false;
  if (headers.get("authorization") !== null) return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return !isAnonymousApi(url);
  return hostOf(origin) !== (headers.get("x-forwarded-host") ?? headers.get("host"));
}

/** The public API takes no cookie, so that a program without an `Origin` cannot borrow anybody's authority. */
const isAnonymousApi = (url: string): boolean => new URL(url).pathname.startsWith("/api/v1/");

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
