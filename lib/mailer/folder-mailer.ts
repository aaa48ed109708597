import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { composeMessage } from "./compose-message.ts";
import type { Mailer } from "./letter.ts";

export interface FolderMailerOptions {
  readonly folder: string;
  readonly from: string;
  /** Hears where each letter lies and the links in it, so that signing in works without a mail server. */
  readonly log: (line: string) => void;
}

/** Without a mail server: each letter becomes a file `<id>.eml` that any mail program opens. */
export function folderMailer({ folder, from, log }: FolderMailerOptions): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    sends: false,
    async deliver(letter, id) {
      const { message } = await transport.sendMail(composeMessage(letter, { from, id }));
      const file = join(folder, `${id}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // A file with a name is a whole file.
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
      log(`Mail to ${letter.to}, “${letter.subject}”: ${file}`);
      for (const [link] of letter.text.matchAll(/https?:\/\/\S+/gu)) log(`  ${link}`);
      return { outcome: "sent" };
    },
    async close() {},
  };
}
