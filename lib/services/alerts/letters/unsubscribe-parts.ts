import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { LetterPart } from "#lib/mailer/write-letter.ts";
import { unsubscribeToken } from "../tokens.ts";

interface Addressed {
  readonly secret: string;
  readonly site: string;
  readonly channel: AlertChannel;
}

/** Why somebody gets this letter, and the way to end them. */
export const stopParts = (to: Addressed): readonly LetterPart[] => [
  {
    part: "small-link",
    text:
      to.channel.kind === "own"
        ? "You get this because you watch this domain with Mailtriage."
        : "You get this because you agreed to alerts of Mailtriage to this address.",
    label: "Stop these mails",
    url: `${to.site}/alerts/unsubscribe?token=${tokenOf(to)}`,
  },
];

/** One click ends them, in the reader's own mail program (RFC 2369, RFC 8058). */
export const unsubscribeHeaders = (to: Addressed): Readonly<Record<string, string>> => ({
  "List-Unsubscribe": `<${to.site}/alerts/unsubscribe/one-click?token=${tokenOf(to)}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

const tokenOf = ({ secret, channel }: Addressed): string => unsubscribeToken(secret, channel.id);
