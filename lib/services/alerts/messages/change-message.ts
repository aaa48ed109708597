import { z } from "zod";
import { defineMessage } from "../../outbox/define-message.ts";
import { deliverToChannel } from "../deliver-to-channel.ts";
import { changeParts, changeSubject } from "../letters/change-letter.ts";
import { remediesFor } from "../remedies.ts";
import { settleChannel } from "../settle-channel.ts";
import { changesOf, linksOf, WEBHOOK_SCHEMA } from "../webhooks/webhook-event.ts";
import { changesTold } from "./alerts-of.ts";

/** One confirmed change of one domain, to one channel. */
export const changeMessage = defineMessage({
  kind: "alert",
  payload: z.object({ channelId: z.string() }),
  deliver: ({ channelId }, messageId, sender) =>
    deliverToChannel(sender, { channelId, messageId }, async channel => {
      const { site, database } = sender.house;
      const [alert] = await changesTold(database.db, messageId);
      if (alert === undefined) return null;
      const { domain, raisedAt, content } = alert;
      return {
        subject: changeSubject(domain, content),
        parts: changeParts({ site, alert, channel, remedies: await remediesFor(database.db, content) }),
        event: {
          schema: WEBHOOK_SCHEMA,
          id: messageId,
          type: "monitor.changed",
          occurredAt: raisedAt.toISOString(),
          domain,
          changes: changesOf(content),
          links: linksOf(site, alert, content),
          lastSeenAt: content.lastSeenAt?.toISOString() ?? null,
          noticedAt: content.noticedAt.toISOString(),
        },
      };
    }),
  settle: settleChannel,
});
