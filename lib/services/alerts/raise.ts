import { type AlertChannel, ensureOwnChannel, isOpen, storedChannels } from "#lib/db/alert-channels.ts";
import { insertAlert, insertDelivery } from "#lib/db/alerts.ts";
import type { Db } from "#lib/db/handle.ts";
import { findUser } from "#lib/db/users.ts";
import type { House } from "../context.ts";
import type { Alert, AlertedMonitor, AlertOccasion } from "./alert.ts";
import { contentOf } from "./alert-content.ts";
import { messageForChange, messageForUnverifiable } from "./join-message.ts";

export type { Alert, AlertedChange, AlertedMonitor } from "./alert.ts";

/**
 * Tells an account about a domain that it watches, in the transaction that confirms it: the messages leave when
 * that commits and only then. Raising the same occasion again does nothing. Until control of the domain is
 * proven, the account's own address alone hears of it.
 */
export async function raiseAlert(
  house: Pick<House, "queue" | "clock" | "newToken">,
  db: Db,
  { monitor, occasion }: Alert,
): Promise<void> {
  const now = house.clock.now();
  const alertId = house.newToken();
  const isNew = await insertAlert(db, {
    id: alertId,
    ownerId: monitor.ownerId,
    monitorId: monitor.id,
    domain: monitor.domain,
    kind: occasion.kind,
    occasionKey: occasionKey(monitor, occasion),
    content: await contentOf(db, occasion, now),
    raisedAt: now,
  });
  if (!isNew) return;
  for (const channel of await channelsFor(db, monitor)) {
    const join = occasion.kind === "changed" ? messageForChange : messageForUnverifiable;
    const messageId = await join(house, db, { channel, alertId, monitorId: monitor.id });
    await insertDelivery(db, { alertId, channelId: channel.id, messageId });
  }
}

const occasionKey = (monitor: AlertedMonitor, occasion: AlertOccasion): string =>
  occasion.kind === "changed"
    ? `changed ${occasion.changeId}`
    : `unverifiable ${monitor.id} ${occasion.since.toISOString()}`;

/** In one order everywhere, so that two transactions never wait for each other. */
async function channelsFor(db: Db, { ownerId, provenAt }: AlertedMonitor): Promise<readonly AlertChannel[]> {
  const channels = await channelsWithOwn(db, ownerId);
  return channels.filter(channel => isOpen(channel) && (provenAt !== null || channel.kind === "own"));
}

/** The channels of an account; that of its own address gets its row here. None where the account is gone. */
async function channelsWithOwn(db: Db, ownerId: string): Promise<readonly AlertChannel[]> {
  const stored = await storedChannels(db, ownerId);
  if (stored.some(({ kind }) => kind === "own")) return stored;
  const owner = await findUser(db, ownerId);
  if (owner === null) return [];
  await ensureOwnChannel(db, owner);
  return storedChannels(db, ownerId);
}
