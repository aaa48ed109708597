/**
 * Whether a name in a certificate stands for the host (RFC 6125 6.4.3): equal, or `*` for exactly the whole
 * left-most label. Both lower-case, without the final dot.
 */
export function matchesCertificateName(name: string, host: string): boolean {
  if (!name.startsWith("*.")) return name === host;
  const dot = host.indexOf(".");
  // "*.com" would stand for every domain of a registry.
  return dot > 0 && host.slice(dot) === name.slice(1) && name.includes(".", 2);
}
