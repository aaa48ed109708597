import type Mail from "nodemailer/lib/mailer/index.js";
import type { Letter } from "./letter.ts";

export interface MessageFrame {
  /** The sender's bare address. */
  readonly from: string;
  readonly id: string;
}

/** The message of a letter, as nodemailer takes it. Throws for a header that would break out of its line. */
export function composeMessage(letter: Letter, { from, id }: MessageFrame): Mail.Options {
  const headers = {
    // RFC 3834: nobody's out-of-office note answers, and Exchange sends none either.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    ...letter.headers,
  };
  for (const value of [from, letter.to, letter.subject, ...Object.values(headers)]) {
    if (/[\r\n\0]/u.test(value)) throw new Error("A header of a letter holds a line break.");
  }
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    from: { name: "Mailtriage", address: from },
    to: { name: "", address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${id}@${domain}>`,
    headers,
    textEncoding: "quoted-printable",
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
