import { z } from "zod";
import { defineMessage } from "../../outbox/define-message.ts";
import { deliverToChannel } from "../deliver-to-channel.ts";
import { settleChannel } from "../settle-channel.ts";
import { noLinks, WEBHOOK_SCHEMA } from "../webhooks/webhook-event.ts";

/** What the button “Send a test” sends. One attempt: whoever tries it looks at the outcome. */
export const testMessage = defineMessage({
  kind: "alert-test",
  payload: z.object({ channelId: z.string(), askedAt: z.iso.datetime() }),
  deliver: async ({ channelId, askedAt }, messageId, sender) => {
    const delivery = await deliverToChannel(sender, { channelId, messageId }, async () => ({
      subject: "A test of your alerts",
      parts: [
        {
          part: "text",
          text: "Alerts of Mailtriage arrive at this address. Nothing has happened: this is the test that was asked for.",
        },
        { part: "link", label: "Look at your channels", url: `${sender.house.site}/account/alerts` },
      ],
      event: {
        schema: WEBHOOK_SCHEMA,
        id: messageId,
        type: "ping",
        occurredAt: askedAt,
        domain: null,
        changes: [],
        links: noLinks(sender.house.site),
      },
    }));
    return delivery.outcome === "deferred" ? { ...delivery, patience: { pauses: [], atLeast: 0 } } : delivery;
  },
  settle: settleChannel,
});
