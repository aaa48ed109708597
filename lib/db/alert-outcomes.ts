import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { storable } from "./storable-text.ts";

/** Notes that something arrived at a channel. */
export async function channelDelivered(
  db: Db,
  { id, answer, now }: { id: string; answer: string | null; now: Date },
): Promise<void> {
  await prismaOf(db).alertChannel.updateMany({
    where: { id },
    data: {
      failures: 0,
      failingSince: null,
      lastError: null,
      lastDeliveredAt: now,
      lastAnswer: answer === null ? null : storable(answer),
    },
  });
}

export interface ChannelFailure {
  readonly id: string;
  readonly reason: string;
  readonly answer: string | null;
  /** Whether the message is lost with it. */
  readonly lost: boolean;
  readonly now: Date;
}

/** How long a channel has been failing. */
export interface Standing {
  /** Messages lost in a row. */
  readonly failures: number;
  readonly failingSince: Date;
}

/** Notes a failed attempt. Null where the channel is gone. */
export async function channelFailed(db: Db, failure: ChannelFailure): Promise<Standing | null> {
  const { id, reason, answer, lost, now } = failure;
  const [row] = await prismaOf(db).$queryRaw<readonly Standing[]>`
    UPDATE alert_channels
    SET failures = failures + ${lost ? 1 : 0}, failing_since = coalesce(failing_since, ${now}),
      last_error = ${storable(reason)}, last_answer = ${answer === null ? null : storable(answer)}
    WHERE id = ${id}
    RETURNING failures, failing_since AS "failingSince"`;
  return row ?? null;
}
