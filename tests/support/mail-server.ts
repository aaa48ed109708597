import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import PostalMime, { type Email } from "postal-mime";

/** What the server says to a recipient or a message: an SMTP reply code and text, or nothing to accept. */
export type Verdict = { readonly code: number; readonly text: string } | null;

export interface MailServer {
  readonly url: string;
  /** The mails it has accepted, in order. */
  readonly mails: readonly Email[];
  /** Decides about each recipient from now on, by how often it was tried. */
  decide(verdict: (recipient: string, attempt: number) => Verdict): void;
  /** Cuts every connection that is open now. */
  cutConnections(): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: Email[] = [];
  const attempts = new Map<string, number>();
  let verdict: (recipient: string, attempt: number) => Verdict = acceptAll;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, reply) {
      const attempt = (attempts.get(address) ?? 0) + 1;
      attempts.set(address, attempt);
      const refusal = verdict(address, attempt);
      reply(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, _session, reply) {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        mails.push(await PostalMime.parse(Buffer.concat(chunks)));
        reply();
      })().catch(() => {
        // The other side has gone in the middle of it: that is no mail.
      });
    },
    ...options,
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    decide(next) {
      verdict = next;
    },
    cutConnections() {
      const open: ReadonlySet<{ readonly _socket: Socket }> = server.connections;
      for (const { _socket } of open) _socket.destroy();
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

const acceptAll = (): Verdict => null;
