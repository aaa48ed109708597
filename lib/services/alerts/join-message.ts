import { countInHour, joinNotice } from "#lib/db/alert-windows.ts";
import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { Db } from "#lib/db/handle.ts";
import { messageWithKey } from "#lib/db/outbox.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/values/duration.ts";
import type { House } from "../context.ts";
import type { MessageKind } from "../outbox/define-message.ts";
import { type Posting, postMessage } from "../outbox/post.ts";
import { changeMessage } from "./messages/change-message.ts";
import { digestMessage } from "./messages/digest-message.ts";
import { unverifiableMessage } from "./messages/unverifiable-message.ts";

type Poster = Pick<House, "queue" | "clock" | "newToken">;

interface Joining {
  readonly channel: AlertChannel;
  readonly alertId: string;
  readonly monitorId: string;
}

/** Changes an hour that have a message of their own; the rest leave together when the hour is over. */
const ALONE_PER_HOUR = 5;
/** How long a notice of domains that cannot be checked waits for others: an outage is seen by one after the other. */
const GATHER_MS = 15 * MINUTE_MS;
/** The least time between two such notices. */
const QUIET_MS = 12 * HOUR_MS;

/** The message by which a change goes to a channel, posted or joined. Gives its id. */
export async function messageForChange(house: Poster, db: Db, joining: Joining): Promise<string> {
  const { channel, alertId, monitorId } = joining;
  const now = house.clock.now();
  const hour = await countInHour(db, { channelId: channel.id, now, hourMs: HOUR_MS });
  if (hour.count <= ALONE_PER_HOUR) {
    return postFor(house, db, channel, {
      message: changeMessage,
      payload: { channelId: channel.id },
      dedupeKey: `alert ${alertId} ${channel.id}`,
      monitorId,
    });
  }
  return postFor(house, db, channel, {
    message: digestMessage,
    payload: { channelId: channel.id, startedAt: hour.startedAt.toISOString() },
    dedupeKey: `digest ${channel.id} ${hour.startedAt.toISOString()}`,
    notBefore: new Date(hour.startedAt.getTime() + HOUR_MS),
  });
}

/** The one notice by which a channel hears of all domains that cannot be checked. Gives its id. */
export async function messageForUnverifiable(house: Poster, db: Db, { channel }: Joining): Promise<string> {
  const now = house.clock.now();
  const dueAt = await joinNotice(db, { channelId: channel.id, now, gatherMs: GATHER_MS, quietMs: QUIET_MS });
  return postFor(house, db, channel, {
    message: unverifiableMessage,
    payload: { channelId: channel.id, dueAt: dueAt.toISOString() },
    dedupeKey: `unverifiable ${channel.id} ${dueAt.toISOString()}`,
    notBefore: dueAt,
  });
}

async function postFor<Payload extends object>(
  house: Poster,
  db: Db,
  { id: channelId, ownerId }: AlertChannel,
  posting: Posting<Payload> & { readonly message: MessageKind<Payload> },
): Promise<string> {
  await postMessage(house, db, { ...posting, channelId, ownerId });
  const id = await messageWithKey(db, posting.dedupeKey);
  if (id === null) throw new Error(`The message “${posting.dedupeKey}” is not where it was put.`);
  return id;
}
