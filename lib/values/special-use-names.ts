/**
 * Suffixes that never lead to a mail domain of the public Internet: the IANA special-use registry (RFC 6761),
 * all of .arpa, and the names that RFC 6762 appendix G and ICANN keep out of the root for private networks.
 * ".example" is special too but stands for the sample zone; "example.com", ".net" and ".org" exist.
 */
const SPECIAL_USE_SUFFIXES: ReadonlySet<string> = new Set([
  "alt",
  "arpa",
  "corp",
  "home",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "mail",
  "onion",
  "private",
  "test",
]);

/** The special-use suffix of a name, or null for an ordinary name. */
export function specialUseSuffix(name: string): string | null {
  const suffix = name.slice(name.lastIndexOf(".") + 1);
  return SPECIAL_USE_SUFFIXES.has(suffix) ? suffix : null;
}
