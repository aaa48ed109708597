import nodemailer from "nodemailer";
import { composeMessage } from "./compose-message.ts";
import type { Delivery, Mailer } from "./letter.ts";

/** Per step of the dialogue, of which there are eight at most: together less than `DELIVERY_MS` of the port. */
const TIMEOUTS = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 12_000 };

/** Sends by SMTP through the server of the URL (`smtp://user:password@host:587`, `smtps://...:465`). */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = nodemailer.createTransport({ url, ...TIMEOUTS });
  return {
    sends: true,
    async deliver(letter, id) {
      const message = composeMessage(letter, { from, id });
      try {
        await transport.sendMail(message);
        return { outcome: "sent" };
      } catch (error) {
        return failureOf(error);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/**
 * A reply of 5xx to the recipient or to the message is final (RFC 5321 4.2.1). One to the greeting, to the
 * log-in or to our own address tells of a set-up that the operator can repair: the letter waits.
 */
function failureOf(error: unknown): Delivery {
  if (!(error instanceof Error)) return { outcome: "deferred", reason: String(error) };
  const reason = error.message.slice(0, 500);
  const { command, responseCode } = error as { command?: string; responseCode?: number };
  const isAboutLetter = command === "RCPT TO" || command === "DATA";
  return { outcome: isAboutLetter && (responseCode ?? 0) >= 500 ? "refused" : "deferred", reason };
}
