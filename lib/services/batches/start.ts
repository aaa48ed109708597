import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import { type Batch, countUnfinishedBatches, insertBatch } from "#lib/db/batches.ts";
import { batchJob } from "#lib/jobs/definitions.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { ServiceError } from "../service-error.ts";
import { PAID_DOMAINS } from "./scan-unasked.ts";

/** Octets of all files of one batch. */
export const MOST_BATCH_BYTES = 25 * 1024 * 1024;
const MOST_FILES = 200;
/** A batch costs as much as the scans that come with it, unasked. */
const COST = PAID_DOMAINS;
/** Batches of one person that wait or run; each keeps up to 25 MB. */
const MOST_UNFINISHED = 3;
const KEEP_MS = 30 * DAY_MS;
/** Time to store 25 MB on a slow disk. */
const STORE = { ms: 60_000 };

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes files with many bounces. The files, the batch and its job are stored in one transaction; a worker takes it up
 * at once. Refuses with `invalid` (field `file`), `limited`, `forbidden` or `unavailable`.
 */
export async function startBatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly files: readonly UploadedFile[] };
}): Promise<Batch> {
  requireScope(ctx.actor, "bounces:write");
  const { files } = input;
  refuseUnfit(files);
  const packed: { name: string; packed: Uint8Array<ArrayBuffer> }[] = [];
  for (const { name, bytes } of files) packed.push({ name: plainName(name), packed: await pack(bytes) });
  const requester = requesterOf(ctx.actor);
  const now = ctx.clock.now();
  return ctx.database.transaction(async db => {
    await lockForTransaction(db, `bounce batches of ${requester.ownerId ?? requester.browserKeyHash ?? ""}`);
    if ((await countUnfinishedBatches(db, requester)) >= MOST_UNFINISHED) throw tooMany();
    await refuseWhenFull(ctx, db);
    await spend(ctx, db, chargeForWork(ctx, COST));
    const batch = await insertBatch(db, {
      id: ctx.newToken(),
      name: titleOf(packed.map(({ name }) => name)),
      requester,
      createdAt: now,
      expiresAt: new Date(now.getTime() + KEEP_MS),
      files: packed,
    });
    await ctx.queue.enqueue(db, batchJob, { batchId: batch.id });
    return batch;
  }, STORE);
}

function refuseUnfit(files: readonly UploadedFile[]): void {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size === 0) throw unfit("The file is empty.");
  if (size > MOST_BATCH_BYTES) throw unfit("Together the files are larger than 25 MB; split them.");
  if (files.length > MOST_FILES) throw unfit(`More than ${MOST_FILES} files: put them into one zip.`);
}

const unfit = (text: string): ServiceError => new ServiceError("invalid", text, { field: "file" });

const tooMany = (): ServiceError =>
  new ServiceError(
    "limited",
    `${MOST_UNFINISHED} batches of yours are being read already. Try again in a minute.`,
    {
      retryAfter: 60,
    },
  );

/** Packed quickly rather than small: it lies here for seconds. */
const pack = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await promisify(gzip)(bytes, { level: 1 }));

/** The last part of a path, without what would not show. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, 120) || "file";

function titleOf(names: readonly string[]): string {
  const [first = "", second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}
