import { z } from "zod";
import { writeLetter } from "#lib/mailer/write-letter.ts";
import { defineMail } from "../../outbox/define-message.ts";

const ChannelOffMail = z.object({
  to: z.string(),
  kind: z.enum(["own", "email", "webhook"]),
  target: z.string(),
  reason: z.string(),
});

/** Tells an account that one of its channels was switched off because nothing arrives there. */
export const channelOffMail = defineMail({
  kind: "alert-channel-off",
  payload: ChannelOffMail,
  compose: ({ to, kind, target, reason }, { house }) =>
    writeLetter({
      to,
      subject: `Alerts to ${kind === "webhook" ? `your webhook at ${new URL(target).host}` : target} were switched off`,
      parts: [
        {
          part: "text",
          text: `Mailtriage could not deliver alerts to this ${kind === "webhook" ? "webhook" : "address"} for some time and has stopped trying:`,
        },
        { part: "quote", text: target },
        { part: "text", text: "What came back last:" },
        { part: "quote", text: reason },
        { part: "text", text: "Your other channels are not affected. When it works again, switch it on." },
        { part: "link", label: "Look at your channels", url: `${house.site}/account/alerts` },
      ],
    }),
});
