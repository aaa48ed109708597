import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { REPORT, reportOf } from "./stored-reports.ts";

/** A page of rows of one kind, after the row of that id. */
type Page = (db: Db, userId: string, after: Paging) => Promise<readonly (object & { readonly id: string })[]>;
type Paging = Readonly<{ take: number; skip?: number; cursor?: { id: string }; orderBy: { id: "asc" } }>;

const PAGE_ROWS = 20;

/** Everything that belongs to an account, kind by kind, in the order in which it is read here. No secrets. */
const SECTIONS: Readonly<Record<string, Page>> = {
  sessions: (db, userId, page) =>
    prismaOf(db).session.findMany({
      ...page,
      where: { userId },
      select: { id: true, device: true, createdAt: true, seenAt: true, expires: true },
    }),
  scans: async (db, ownerId, page) => {
    const rows = await prismaOf(db).scanRequest.findMany({
      ...page,
      where: { ownerId },
      select: {
        id: true,
        source: true,
        requestedAt: true,
        scan: {
          select: {
            id: true,
            domain: true,
            unicode: true,
            status: true,
            hints: true,
            grade: true,
            ...REPORT,
          },
        },
      },
    });
    return rows.map(({ scan: { report, stored, ...scan }, ...request }) => ({
      ...request,
      scan: { ...scan, report: reportOf({ report, stored }) },
    }));
  },
  scanBatches: (db, ownerId, page) =>
    prismaOf(db).scanBatch.findMany({
      ...page,
      where: { ownerId },
      omit: { ownerId: true },
      include: { items: { omit: { batchId: true } } },
    }),
  shareLinks: (db, ownerId, page) =>
    prismaOf(db).shareLink.findMany({
      ...page,
      where: { ownerId },
      omit: { tokenHash: true, ownerId: true, browserKeyHash: true },
    }),
  bounces: (db, ownerId, page) =>
    prismaOf(db).bounce.findMany({
      ...page,
      where: { ownerId },
      omit: { ownerId: true, browserKeyHash: true },
    }),
  batches: (db, ownerId, page) =>
    prismaOf(db).batch.findMany({
      ...page,
      where: { ownerId },
      omit: { ownerId: true, browserKeyHash: true },
      include: { items: { omit: { batchId: true } }, domains: { omit: { batchId: true } } },
    }),
  monitors: (db, ownerId, page) =>
    prismaOf(db).monitor.findMany({
      ...page,
      where: { ownerId },
      omit: { ownerId: true, known: true },
      include: { changes: { omit: { monitorId: true } } },
    }),
  alertChannels: (db, ownerId, page) =>
    prismaOf(db).alertChannel.findMany({
      ...page,
      where: { ownerId },
      omit: { ownerId: true, secretSeed: true, secretHash: true, confirmHash: true },
    }),
  alerts: (db, ownerId, page) =>
    prismaOf(db).alert.findMany({
      ...page,
      where: { ownerId },
      omit: { ownerId: true, occasionKey: true },
      include: { deliveries: { select: { channelId: true } } },
    }),
  messages: (db, ownerId, page) =>
    prismaOf(db).outboxMessage.findMany({
      ...page,
      where: { ownerId },
      select: { id: true, kind: true, createdAt: true, sentAt: true, givenUpAt: true },
    }),
  apiKeys: (db, ownerId, page) =>
    prismaOf(db).apiKey.findMany({ ...page, where: { ownerId }, omit: { ownerId: true, keyHash: true } }),
};

export const EXPORT_SECTIONS: readonly string[] = Object.keys(SECTIONS);

/** The rows of one section, a page at a time: an account may have more than fits into memory. */
export async function* exportRows(db: Db, section: string, userId: string): AsyncGenerator<object> {
  const read = SECTIONS[section];
  if (read === undefined) return;
  let last: string | null = null;
  for (;;) {
    const after: Paging = {
      take: PAGE_ROWS,
      orderBy: { id: "asc" },
      ...(last === null ? {} : { cursor: { id: last }, skip: 1 }),
    };
    const rows = await read(db, userId, after);
    yield* rows;
    last = rows.at(-1)?.id ?? null;
    if (rows.length < PAGE_ROWS) return;
  }
}
