import type { SaidChange } from "#lib/scan/changes/said.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";

/** What became of one difference: seen again, not seen again, or never to be had again. */
export const CHANGE_FATES = ["open", "confirmed", "gone", "unsure"] as const;
export type ChangeFate = (typeof CHANGE_FATES)[number];

export interface NoticedChange extends SaidChange {
  readonly fate: ChangeFate;
}

/** What one look over a watched domain noticed. */
export interface MonitorChange {
  readonly id: string;
  readonly monitorId: string;
  readonly beforeScanId: string | null;
  readonly afterScanId: string;
  /** The look that decided about it. */
  readonly finalScanId: string | null;
  readonly changes: readonly NoticedChange[];
  readonly unsureLooks: number;
  readonly noticedAt: Date;
  readonly confirmedAt: Date | null;
  readonly dismissedAt: Date | null;
}

export interface NewMonitorChange {
  readonly id: string;
  readonly monitorId: string;
  readonly beforeScanId: string | null;
  readonly afterScanId: string;
  readonly changes: readonly NoticedChange[];
  readonly noticedAt: Date;
}

/** Notes what a look noticed; a look notices once. */
export async function insertChange(db: Db, { changes, ...change }: NewMonitorChange): Promise<void> {
  await prismaOf(db).monitorChange.createMany({
    data: [{ ...change, changes: jsonIn(changes) }],
    skipDuplicates: true,
  });
}

/** What was noticed and is not decided yet, the oldest first. */
export async function openChanges(db: Db, monitorId: string): Promise<readonly MonitorChange[]> {
  const rows = await prismaOf(db).monitorChange.findMany({
    where: { monitorId, confirmedAt: null, dismissedAt: null },
    orderBy: { noticedAt: "asc" },
  });
  return rows.map(changeOf);
}

export interface ChangeEdit {
  readonly changes: readonly NoticedChange[];
  readonly unsureLooks: number;
  readonly finalScanId: string | null;
  readonly confirmedAt: Date | null;
  readonly dismissedAt: Date | null;
}

export async function editChange(db: Db, id: string, { changes, ...edit }: ChangeEdit): Promise<void> {
  await prismaOf(db).monitorChange.updateMany({
    where: { id },
    data: { ...edit, changes: jsonIn(changes) },
  });
}

export interface ListChangesQuery {
  readonly monitorId: string;
  /** Only what stands behind this one in the list. */
  readonly after?: { readonly noticedAt: Date; readonly id: string };
  readonly limit: number;
}

/** What was noticed of a watched domain, the newest first. */
export async function listChanges(
  db: Db,
  { monitorId, after, limit }: ListChangesQuery,
): Promise<readonly MonitorChange[]> {
  const rows = await prismaOf(db).monitorChange.findMany({
    where: { monitorId, ...(after === undefined ? {} : { OR: behind(after) }) },
    orderBy: [{ noticedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(changeOf);
}

const behind = ({ noticedAt, id }: { noticedAt: Date; id: string }) => [
  { noticedAt: { lt: noticedAt } },
  { noticedAt, id: { lt: id } },
];

/** The column is written here only, from values of exactly this type. */
const changeOf = <Row extends { changes: unknown }>(row: Row) => ({
  ...row,
  changes: row.changes as readonly NoticedChange[],
});
