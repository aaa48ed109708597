/** What a verb knows of a share link. */
export interface ShareRow {
  readonly id: string;
  readonly scanId: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly useCount: number;
}

export const serialiseShare = (share: ShareRow) => ({
  id: share.id,
  scan: share.scanId,
  note: share.note,
  createdAt: share.createdAt.toISOString(),
  expiresAt: share.expiresAt.toISOString(),
  revokedAt: share.revokedAt?.toISOString() ?? null,
  lastUsedAt: share.lastUsedAt?.toISOString() ?? null,
  uses: share.useCount,
});

/** A link that was just made, with the secret that only its maker is told. */
export const serialiseCreatedShare = (share: ShareRow, token: string, site: string) => ({
  ...serialiseShare(share),
  link: `${site}/r/${token}`,
});
