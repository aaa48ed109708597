/** What the owner of a domain asks receivers to do with mail that fails DMARC, mildest first. */
export const POLICIES = ["none", "quarantine", "reject"] as const;
export type Policy = (typeof POLICIES)[number];

/** Reads `dmarc-request` (RFC 9989 4.8), whose ABNF strings are case-insensitive; null when it is none of them. */
export function parsePolicy(text: string): Policy | null {
  const wanted = text.toLowerCase();
  return POLICIES.find(policy => policy === wanted) ?? null;
}

/** One step milder: what `t=y` asks for (RFC 9989 4.7), and RFC 7489 6.6.4 for mail outside the `pct` share. */
export const softer = (policy: Policy): Policy => POLICIES[POLICIES.indexOf(policy) - 1] ?? "none";

/** One step stricter; reject stays reject. */
export const stricter = (policy: Policy): Policy => POLICIES[POLICIES.indexOf(policy) + 1] ?? "reject";

export const isWeaker = (policy: Policy, than: Policy): boolean =>
  POLICIES.indexOf(policy) < POLICIES.indexOf(than);
