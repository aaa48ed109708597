import { logReading } from "../logs/log-reading.ts";
import { Remembered } from "../logs/remembered.ts";
import { stageNamed } from "../replies/stage.ts";
import type { TableFormat } from "./table-format.ts";

interface Session {
  readonly command: string;
  readonly mailFrom: string | null;
  readonly recipients: readonly string[];
}

const NEW_SESSION: Session = { command: "", mailFrom: null, recipients: [] };

/** Exchange protocol logs (SmtpSend, SmtpReceive): one line of the dialogue a row, by session. */
export const exchangeProtocol: TableFormat = {
  name: "exchange-protocol",
  recognises: columns =>
    columns.includes("session-id") && columns.includes("data") && columns.includes("event"),
  open: () => {
    const sessions = new Remembered<Session>();
    return row => {
      const id = row.get("session-id") ?? "";
      const data = row.get("data") ?? "";
      const session = sessions.get(id) ?? NEW_SESSION;
      if (!/^[45]\d\d[ -]/.test(data)) {
        sessions.set(id, next(session, data));
        return "quiet";
      }
      // Pipelined commands are answered in order: the first recipient not answered yet.
      const [recipient = null, ...others] = session.recipients;
      sessions.set(id, { ...session, recipients: others });
      const remote = row.get("remote-endpoint") ?? "";
      return logReading(
        {
          format: "exchange-protocol",
          event: data.startsWith("4") ? "delayed" : "failed",
          recipient,
          reason: data,
          stage: stageNamed(`>>> ${session.command}`),
          remoteIp: row.get("event") === "<" ? remote.replace(/:\d{1,5}$/, "") : null,
          message: {
            mailFrom: session.mailFrom,
            sendingIp: row.get("event") === ">" ? remote.replace(/:\d{1,5}$/, "") : null,
          },
        },
        row.line,
      );
    };
  },
};

function next(session: Session, data: string): Session {
  const sender = /^MAIL FROM:\s?<([^<>]{0,320})>/i.exec(data)?.[1];
  if (sender !== undefined) return { command: "MAIL", mailFrom: sender, recipients: [] };
  const recipient = /^RCPT TO:\s?<([^<>]{1,320})>/i.exec(data)?.[1];
  if (recipient !== undefined)
    return { ...session, command: "RCPT", recipients: [...session.recipients, recipient].slice(-1000) };
  if (data.startsWith("250 2.1.5")) return { ...session, recipients: session.recipients.slice(1) };
  const verb = /^(EHLO|HELO|STARTTLS|AUTH|DATA|BDAT)\b/i.exec(data)?.[1];
  return verb === undefined ? session : { ...session, command: verb.toUpperCase() };
}
