import { z } from "zod";
import { closeNotice } from "#lib/db/alert-windows.ts";
import { defineMessage } from "../../outbox/define-message.ts";
import { deliverToChannel } from "../deliver-to-channel.ts";
import { unverifiableParts, unverifiableSubject } from "../letters/unverifiable-letter.ts";
import { settleChannel } from "../settle-channel.ts";
import { MOST_LISTED, noLinks, WEBHOOK_SCHEMA } from "../webhooks/webhook-event.ts";
import { unverifiableTold } from "./alerts-of.ts";

/** The one notice of all domains that could not be checked: an outage is one thing, whatever it hits. */
export const unverifiableMessage = defineMessage({
  kind: "alert-unverifiable",
  payload: z.object({ channelId: z.string(), dueAt: z.iso.datetime() }),
  deliver: ({ channelId, dueAt }, messageId, sender) =>
    deliverToChannel(sender, { channelId, messageId }, async channel => {
      const { site, database } = sender.house;
      await closeNotice(database.db, { channelId, dueAt: new Date(dueAt) });
      const alerts = await unverifiableTold(database.db, messageId);
      const [first] = alerts;
      if (first === undefined) return null;
      return {
        subject: unverifiableSubject(alerts),
        parts: unverifiableParts(site, alerts, channel),
        event: {
          schema: WEBHOOK_SCHEMA,
          id: messageId,
          type: "monitor.unverifiable",
          occurredAt: first.raisedAt.toISOString(),
          domain: alerts.length === 1 ? first.domain : null,
          changes: [],
          links: noLinks(site),
          count: alerts.length,
          domains: alerts
            .slice(0, MOST_LISTED)
            .map(({ domain, content }) => ({ domain, since: content.since.toISOString() })),
        },
      };
    }),
  settle: settleChannel,
});
