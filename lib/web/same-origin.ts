import { ONE_CLICK_PATH } from "./one-click.ts";

/** The parts of a request that tell where it was made. */
export interface OriginEvidence {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * True for a request that changes something and was not made by a page of this site. A missing `Origin` is not
 * trusted (Next only warns about it), and `null` is what every sandbox and no-referrer page sends: with these
 * only the browser's own word counts that the page was ours. The public API takes no cookie: a program without
 * an `Origin` cannot borrow anybody's authority there, and no browser adds a key by itself. Mail programs end alerts
 * for their reader from anywhere: that route takes no cookie either, and its token is all the authority there is.
 */
export function isForgedRequest({ method, url, headers }: OriginEvidence): boolean {
  if (SAFE_METHODS.has(method)) return false;
  if (method === "POST" && new URL(url).pathname === ONE_CLICK_PATH) return false;
  if (isPublicApi(url) && headers.get("authorization") !== null) return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return true;
  const origin = headers.get("origin");
  if (origin === null && isPublicApi(url)) return false;
  if (origin === null || origin === "null") return site === null;
  return hostOf(origin) !== (headers.get("x-forwarded-host") ?? headers.get("host"));
}

const isPublicApi = (url: string): boolean => new URL(url).pathname.startsWith("/api/v1/");

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
