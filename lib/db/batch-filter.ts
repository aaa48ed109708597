import { Prisma } from "./generated/client.ts";

/** What failures are grouped and filtered by. */
export const BATCH_DIMENSIONS = ["cause", "domain", "provider", "code", "day", "fate"] as const;
export type BatchDimension = (typeof BATCH_DIMENSIONS)[number];

/** Failures with exactly these values; null asks for those whose value is not known. */
export type BatchFilter = Readonly<Partial<Record<BatchDimension, string | null>>>;

/** Each dimension as SQL over a row of `batch_items`. */
export const DIMENSION_SQL: Readonly<Record<BatchDimension, Prisma.Sql>> = {
  cause: Prisma.sql`cause`,
  domain: Prisma.sql`recipient_domain`,
  provider: Prisma.sql`provider`,
  code: Prisma.sql`NULLIF(concat_ws(' ', reply_code, enhanced_status), '')`,
  day: Prisma.sql`to_char(happened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
  fate: Prisma.sql`fate`,
};

/** The rows of a batch that a filter lets through, as a condition. */
export function matches(batchId: string, filter: BatchFilter): Prisma.Sql {
  const conditions = BATCH_DIMENSIONS.flatMap(dimension => {
    const value = filter[dimension];
    return value === undefined ? [] : [Prisma.sql`${DIMENSION_SQL[dimension]} IS NOT DISTINCT FROM ${value}`];
  });
  return Prisma.join([Prisma.sql`batch_id = ${batchId}`, ...conditions], " AND ");
}
