import { z } from "zod";
import { writeLetter } from "#lib/mailer/write-letter.ts";
import { defineMail } from "../../outbox/define-message.ts";
import { confirmToken } from "../tokens.ts";

const ConfirmMail = z.object({
  to: z.string(),
  /** Whose alerts these are. */
  ownerEmail: z.string(),
  /** The address of this site as its owner reached it. */
  site: z.string(),
  requestId: z.string(),
  days: z.number(),
});

/** Asks an address whether it wants alerts. Nothing else is sent there until somebody has said yes. */
export const confirmMail = defineMail({
  kind: "alert-confirm",
  payload: ConfirmMail,
  compose: ({ to, ownerEmail, site, requestId, days }, { secret }) =>
    writeLetter({
      to,
      subject: `Do you want alerts of Mailtriage at ${new URL(site).host}?`,
      parts: [
        {
          part: "text",
          text: `${ownerEmail} watches the mail set-up of domains with Mailtriage, and wants the alerts to reach ${to} too: when a record changes or a server is listed, and nothing else.`,
        },
        {
          part: "link",
          label: "Have a look and agree",
          url: `${site}/alerts/confirm?token=${confirmToken(secret, requestId)}`,
        },
        {
          part: "text",
          text: `The link works for ${days} days. Every alert will carry a link that ends them.`,
        },
        {
          part: "note",
          text: "If you do not want them, do nothing: no alert is sent to an address that has not agreed.",
        },
      ],
    }),
});
