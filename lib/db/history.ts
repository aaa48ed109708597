import { Prisma } from "./generated/client.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import type { RequestSource } from "./scan-requests.ts";

export const HISTORY_KINDS = ["scan", "bounce", "batch"] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** Something that a requester asked for. */
export interface HistoryItem {
  readonly kind: HistoryKind;
  readonly id: string;
  /** A domain, the domain of a recipient, or the name of a batch; empty where none is known. */
  readonly title: string;
  readonly unicode: string | null;
  readonly status: string;
  /** Scans. */
  readonly grade: string | null;
  /** Bounces: the cause. */
  readonly cause: string | null;
  /** Batches: how many mails. */
  readonly total: number | null;
  readonly at: Date;
}

export interface HistoryQuery {
  readonly requester: Requester;
  readonly kinds: readonly HistoryKind[];
  /** Scans that were asked for in these ways are left out. */
  readonly withoutSources: readonly RequestSource[];
  /** A part of the title; empty for all. */
  readonly search: string;
  /** Only what is older than this item, for the next page. */
  readonly before: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** What a requester asked for, of all kinds together, newest first. */
export async function listHistory(db: Db, query: HistoryQuery): Promise<readonly HistoryItem[]> {
  const { kinds, limit } = query;
  const parts = kinds.map(kind => PARTS[kind](query));
  if (parts.length === 0) return [];
  return prismaOf(db).$queryRaw<HistoryItem[]>`
    SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) AS history
    ORDER BY at DESC, id DESC LIMIT ${limit}`;
}

const PARTS: Readonly<Record<HistoryKind, (query: HistoryQuery) => Prisma.Sql>> = {
  scan: query => Prisma.sql`
    (SELECT 'scan' AS kind, s.id, s.domain AS title, s.unicode, s.status, s.grade,
        NULL::text AS cause, NULL::int AS total, own.requested_at AS at
      FROM scan_requests AS own JOIN scans AS s ON s.id = own.scan_id
      WHERE ${ownedBy(query)} AND ${isLike(query, Prisma.sql`s.domain || ' ' || coalesce(s.unicode, '')`)}
        AND own.source <> ALL (${[...query.withoutSources]}::text[])
        AND ${isBefore(query, Prisma.sql`own.requested_at`, Prisma.sql`s.id`)}
      ORDER BY own.requested_at DESC, s.id DESC LIMIT ${query.limit})`,
  bounce: query => Prisma.sql`
    (SELECT 'bounce' AS kind, own.id, coalesce(own.recipient_domain, own.sender_domain, '') AS title,
        NULL::text AS unicode, own.status, NULL::text AS grade, own.cause, NULL::int AS total,
        own.created_at AS at
      FROM bounces AS own
      WHERE ${ownedBy(query)}
        AND ${isLike(query, Prisma.sql`coalesce(own.recipient_domain, '') || ' ' || coalesce(own.sender_domain, '')`)}
        AND ${isBefore(query, Prisma.sql`own.created_at`, Prisma.sql`own.id`)}
      ORDER BY own.created_at DESC, own.id DESC LIMIT ${query.limit})`,
  batch: query => Prisma.sql`
    (SELECT 'batch' AS kind, own.id, coalesce(own.name, '') AS title, NULL::text AS unicode, own.status,
        NULL::text AS grade, NULL::text AS cause, own.total, own.created_at AS at
      FROM batches AS own
      WHERE ${ownedBy(query)} AND ${isLike(query, Prisma.sql`coalesce(own.name, '')`)}
        AND ${isBefore(query, Prisma.sql`own.created_at`, Prisma.sql`own.id`)}
      ORDER BY own.created_at DESC, own.id DESC LIMIT ${query.limit})`,
};

/** One column at a time, so that the index of each serves. Who has neither owns nothing. */
function ownedBy({ requester: { ownerId, browserKeyHash } }: HistoryQuery): Prisma.Sql {
  if (ownerId !== null) return Prisma.sql`own.owner_id = ${ownerId}`;
  if (browserKeyHash !== null) return Prisma.sql`own.browser_key_hash = ${browserKeyHash}`;
  return Prisma.sql`FALSE`;
}

function isLike({ search }: HistoryQuery, text: Prisma.Sql): Prisma.Sql {
  if (search === "") return Prisma.sql`TRUE`;
  return Prisma.sql`${text} ILIKE ${`%${search.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`}`;
}

const isBefore = ({ before }: HistoryQuery, at: Prisma.Sql, id: Prisma.Sql): Prisma.Sql =>
  before === null ? Prisma.sql`TRUE` : Prisma.sql`(${at}, ${id}) < (${before.at}::timestamptz, ${before.id})`;
