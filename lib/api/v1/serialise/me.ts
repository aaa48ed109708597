import type { ApiScope } from "#lib/values/api-scope.ts";

/** What a verb knows of a key. */
export interface KeyRow {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** How much of something is left. */
export interface LimitRow {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
}

export const serialiseMe = (key: KeyRow, limits: readonly LimitRow[]) => ({
  account: { id: key.ownerId },
  key: {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
  },
  limits: limits.map(({ name, quota, windowSeconds, remaining }) => ({
    name,
    quota,
    windowSeconds,
    remaining,
  })),
});
