import type { ApiKey } from "#lib/services/api-keys/list.ts";

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  /** The first characters of the key. */
  readonly prefix: string;
  readonly scopes: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly state: "good" | "expired" | "revoked";
}

/** The rows of the page of keys: those that work first, each group with the newest first. */
export const keyRows = (keys: readonly ApiKey[], now: Date): readonly KeyRow[] =>
  keys
    .map(key => ({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      scopes: key.scopes,
      createdAt: key.createdAt.toISOString(),
      lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
      expiresAt: key.expiresAt?.toISOString() ?? null,
      state: stateOf(key, now),
    }))
    .toSorted((one, other) => Number(other.state === "good") - Number(one.state === "good"));

function stateOf({ revokedAt, expiresAt }: ApiKey, now: Date): KeyRow["state"] {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "good";
}
