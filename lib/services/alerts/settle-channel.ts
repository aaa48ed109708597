import { findChannel, isOpen, ownChannel, switchOff, type SwitchedOffBy } from "#lib/db/alert-channels.ts";
import { channelDelivered, channelFailed, type Standing } from "#lib/db/alert-outcomes.ts";
import type { Db } from "#lib/db/handle.ts";
import { findUser } from "#lib/db/users.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import type { House } from "../context.ts";
import type { AttemptFate } from "../outbox/define-message.ts";
import { postMessage } from "../outbox/post.ts";
import { channelOffMail } from "./messages/channel-off-mail.ts";
import { GONE } from "./webhooks/send-webhook.ts";

/** Messages lost in a row after which a channel is switched off. */
const MOST_FAILURES = 20;
/** Fewer are enough where it has been failing for so long. */
const FEWER_FAILURES = 3;
const FAILING_MS = 3 * DAY_MS;

/** Notes at a channel what an attempt came to, and switches off one that has been failing for too long. */
export async function settleChannel(
  house: House,
  db: Db,
  { channelId: id }: { readonly channelId: string },
  fate: AttemptFate,
): Promise<void> {
  const now = house.clock.now();
  if (fate.outcome === "dropped") return;
  if (fate.outcome === "sent") return channelDelivered(db, { id, answer: fate.answer, now });
  const { reason, answer } = fate;
  const lost = fate.outcome === "lost";
  const standing = await channelFailed(db, { id, reason, answer, lost, now });
  if (standing === null || !lost) return;
  if (reason === GONE) await end(house, db, { id, by: "gone", reason });
  else if (isHopeless(standing, now)) await end(house, db, { id, by: "failures", reason });
}

const isHopeless = ({ failures, failingSince }: Standing, now: Date): boolean =>
  failures >= MOST_FAILURES ||
  (failures >= FEWER_FAILURES && now.getTime() - failingSince.getTime() >= FAILING_MS);

/** Switches a channel off and tells its owner, unless it is the owner's own address that does not work. */
async function end(
  house: House,
  db: Db,
  { id, by, reason }: { id: string; by: SwitchedOffBy; reason: string },
): Promise<void> {
  const now = house.clock.now();
  if (!(await switchOff(db, { id, by, now }))) return;
  const channel = await findChannel(db, { id });
  if (channel === null || channel.kind === "own") return;
  const owner = await findUser(db, channel.ownerId);
  if (owner === null) return;
  const own = (await findChannel(db, { id: owner.id })) ?? ownChannel(owner);
  if (!isOpen(own)) return;
  await postMessage(house, db, {
    message: channelOffMail,
    payload: { to: owner.email, kind: channel.kind, target: channel.target, reason },
    dedupeKey: `channel off ${id} ${now.toISOString()}`,
    ownerId: owner.id,
  });
}
