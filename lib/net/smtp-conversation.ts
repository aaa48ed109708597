import type { Socket } from "node:net";

export interface SmtpReply {
  readonly code: number;
  /** The text of each line, without code and separator. */
  readonly lines: readonly string[];
}

/** The other side stopped speaking SMTP, or never did. */
export class SmtpProtocolError extends Error {}

export interface SmtpConversation {
  send(command: string): void;
  /** The next whole reply. Rejects when the connection ends first or the reply is not one. */
  reply(): Promise<SmtpReply>;
  /** Hands the socket back. Rejects plaintext that was sent ahead of TLS (RFC 3207 6, CVE-2011-0411). */
  release(): void;
}

/** A reply is cut off here: RFC 5321 4.5.3.1.5 allows 512 octets a line. */
const MOST_OCTETS = 65_536;
const MOST_LINES = 200;

const idle = (): void => {};

/** Commands and replies over one socket. The caller owns the socket and its deadlines. */
export function converse(socket: Socket): SmtpConversation {
  let text = "";
  let ended: Error | null = null;
  let wake = idle;
  const onData = (chunk: Buffer): void => {
    text += chunk.toString("latin1");
    // Only the end of a line can complete a reply: a drip of octets costs nothing.
    if (chunk.includes(0x0a) || text.length > MOST_OCTETS) wake();
  };
  const onEnd = (error?: Error): void => {
    ended ??= error instanceof Error ? error : new SmtpProtocolError("connection closed");
    wake();
  };
  socket
    .on("data", onData)
    .on("error", onEnd)
    .on("close", () => onEnd())
    .on("end", () => onEnd());

  return {
    send: command => void socket.write(`${command}\r\n`),
    async reply() {
      for (;;) {
        const read = readReply(text);
        if (read !== null) {
          text = text.slice(read.octets);
          return read.reply;
        }
        if (text.length > MOST_OCTETS) throw new SmtpProtocolError("reply too long");
        if (ended !== null) throw ended;
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    },
    release() {
      socket.off("data", onData);
      if (text !== "") throw new SmtpProtocolError("data before TLS");
    },
  };
}

/**
 * One reply at the start of the text (RFC 5321 4.2.1), or null when more has to come. Throws for what cannot
 * become a reply.
 */
export function readReply(text: string): { readonly reply: SmtpReply; readonly octets: number } | null {
  const lines: string[] = [];
  let code: string | null = null;
  let at = 0;
  for (;;) {
    const end = text.indexOf("\n", at);
    if (end === -1) return null;
    const line = text.slice(at, end).replace(/\r$/u, "");
    at = end + 1;
    const match = /^([2-5]\d\d)(?:([ -])(.*))?$/u.exec(line);
    if (match === null || (code !== null && match[1] !== code)) throw new SmtpProtocolError("not a reply");
    code = match[1] ?? "";
    lines.push(match[3] ?? "");
    if (lines.length > MOST_LINES) throw new SmtpProtocolError("reply too long");
    if (match[2] !== "-") return { reply: { code: Number(code), lines }, octets: at };
  }
}
