import type { ListedShare } from "#lib/services/shares/list.ts";

export interface AccountShareRow {
  readonly id: string;
  /** What the link opens: the domain of a scan, or "a bounce". */
  readonly title: string;
  readonly href: string;
  readonly note: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly uses: number;
  readonly state: "open" | "expired" | "withdrawn";
}

/** The rows of the page of share links. */
export const shareRows = (links: readonly ListedShare[], now: Date): readonly AccountShareRow[] =>
  links.map(link => ({
    id: link.id,
    title: link.domain ?? "a bounce",
    href: link.scanId === null ? `/bounces/${link.bounceId ?? ""}` : `/scans/${link.scanId}`,
    note: link.note,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    lastUsedAt: link.lastUsedAt?.toISOString() ?? null,
    uses: link.useCount,
    state: link.revokedAt !== null ? "withdrawn" : link.expiresAt <= now ? "expired" : "open",
  }));
