import { z } from "zod";
import { closeHour } from "#lib/db/alert-windows.ts";
import { defineMessage } from "../../outbox/define-message.ts";
import { deliverToChannel } from "../deliver-to-channel.ts";
import { digestParts, digestSubject } from "../letters/digest-letter.ts";
import { settleChannel } from "../settle-channel.ts";
import { changesOf, linksOf, MOST_LISTED, noLinks, WEBHOOK_SCHEMA } from "../webhooks/webhook-event.ts";
import { changesTold } from "./alerts-of.ts";

/** The changes of an hour in which there were too many for a message each. */
export const digestMessage = defineMessage({
  kind: "alert-digest",
  payload: z.object({ channelId: z.string(), startedAt: z.iso.datetime() }),
  deliver: ({ channelId, startedAt }, messageId, sender) =>
    deliverToChannel(sender, { channelId, messageId }, async channel => {
      const { site, database } = sender.house;
      // From here on nothing joins it any more: what it says is the same in every attempt.
      await closeHour(database.db, { channelId, startedAt: new Date(startedAt) });
      const alerts = await changesTold(database.db, messageId);
      const last = alerts.at(-1);
      if (last === undefined) return null;
      return {
        subject: digestSubject(alerts),
        parts: digestParts(site, alerts, channel),
        event: {
          schema: WEBHOOK_SCHEMA,
          id: messageId,
          type: "digest",
          occurredAt: last.raisedAt.toISOString(),
          domain: null,
          changes: [],
          links: noLinks(site),
          count: alerts.length,
          alerts: alerts.slice(0, MOST_LISTED).map(alert => ({
            domain: alert.domain,
            occurredAt: alert.raisedAt.toISOString(),
            changes: changesOf(alert.content),
            links: linksOf(site, alert, alert.content),
          })),
        },
      };
    }),
  settle: settleChannel,
});
