/** Longest name in text form (RFC 1035 2.3.4). */
const LONGEST_NAME = 253;

/**
 * The DNS name of a selector's key, or null when there can be none: selectors are dot-separated labels
 * (RFC 6376 3.1), in practice with underscores too.
 */
export function keyName(selector: string, domain: string): string | null {
  const labels = selector.toLowerCase().split(".");
  if (!labels.every(label => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u.test(label))) return null;
  const name = `${labels.join(".")}._domainkey.${domain}`;
  return name.length <= LONGEST_NAME ? name : null;
}
