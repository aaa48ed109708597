import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { isGlobal } from "#lib/values/global-address.ts";
import { type IpAddress, parseIpAddress } from "#lib/values/ip-address.ts";
import { shownCertificate } from "./shown-certificate.ts";
import { converse, type SmtpConversation, SmtpProtocolError, type SmtpReply } from "./smtp-conversation.ts";
import type { SmtpProber, SmtpProbeResult, UnreachableReason } from "./smtp-probe.ts";

export interface SmtpProberOptions {
  /** The name given in EHLO: one that resolves to the address we come from (RFC 5321 4.1.1.1). */
  readonly heloName: string;
  /** Whether port 25 can be reached from here at all; asked once. Taken to be so when left out. */
  readonly portOpen?: () => Promise<boolean>;
  /** Which addresses may be connected to; global ones when left out. Tests allow loopback. */
  readonly isAllowed?: (address: IpAddress) => boolean;
  /** 25 when left out; tests listen elsewhere. */
  readonly port?: number;
  /** PEM certificates trusted in place of the public authorities, for tests. */
  readonly ca?: string;
  readonly deadlines?: Partial<SmtpDeadlines>;
}

export interface SmtpDeadlines {
  readonly connectMs: number;
  /** Ends the whole dialogue. Servers that make strangers wait before the greeting do so for 6 s and more. */
  readonly totalMs: number;
}

const DEADLINES: SmtpDeadlines = { connectMs: 5000, totalMs: 20_000 };

/**
 * Makes the prober: greeting, EHLO, STARTTLS, the certificate, QUIT. It never says MAIL or RCPT, so no server
 * has mail or an address to judge.
 */
export function createSmtpProber(options: SmtpProberOptions): SmtpProber {
  let open: Promise<boolean> | null = null;
  const { isAllowed = isGlobal, portOpen = () => Promise.resolve(true) } = options;
  return {
    async probe(host, text) {
      open ??= portOpen().catch(() => false);
      if (!(await open)) return notReachable("port-25-closed");
      const address = parseIpAddress(text);
      if (address === null || !isAllowed(address)) return notReachable("forbidden-address");
      return dialogue(host, address, options);
    },
  };
}

const notReachable = (reason: UnreachableReason): SmtpProbeResult => ({ status: "not-reachable", reason });

function dialogue(host: string, address: IpAddress, options: SmtpProberOptions): Promise<SmtpProbeResult> {
  const deadlines = { ...DEADLINES, ...options.deadlines };
  return new Promise(resolve => {
    const socket = connectTcp({ host: address.text, port: options.port ?? 25 });
    const end = (result: SmtpProbeResult): void => {
      clearTimeout(connecting);
      clearTimeout(total);
      socket.destroy();
      resolve(result);
    };
    const late = (): void => end(notReachable("timeout"));
    const connecting = setTimeout(late, deadlines.connectMs);
    const total = setTimeout(late, deadlines.totalMs);
    socket.on("error", () => {});
    socket.once("connect", () => clearTimeout(connecting));
    speak(socket, host, options).then(end, (error: unknown) => end(notReachable(reasonOf(error))));
  });
}

async function speak(socket: Socket, host: string, options: SmtpProberOptions): Promise<SmtpProbeResult> {
  const smtp = converse(socket);
  const greeting = await smtp.reply();
  if (greeting.code !== 220) return notReachable("rejected");
  const banner = greeting.lines.join(" ").slice(0, LONGEST_BANNER);
  const hello = await ask(smtp, `EHLO ${options.heloName}`);
  // A server without EHLO has no extensions to offer (RFC 5321 4.1.4).
  if (hello.code === 500 || hello.code === 502) return farewell(smtp, { status: "no-starttls", banner });
  if (hello.code !== 250) return notReachable("rejected");
  const offered = hello.lines.slice(1).some(line => /^STARTTLS\b/iu.test(line));
  if (!offered) return farewell(smtp, { status: "no-starttls", banner });
  const go = await ask(smtp, "STARTTLS");
  if (go.code !== 220) return farewell(smtp, { status: "tls-failed", banner });
  smtp.release();
  const tls = await startTls(socket, host, options.ca);
  if (tls === null) return { status: "tls-failed", banner };
  const certificate = shownCertificate(tls, host);
  const tlsVersion = tls.getProtocol() ?? "";
  tls.end("QUIT\r\n");
  return certificate === null
    ? { status: "tls-failed", banner }
    : { status: "starttls", tlsVersion, certificate, banner };
}

const LONGEST_BANNER = 512;

function ask(smtp: SmtpConversation, command: string): Promise<SmtpReply> {
  smtp.send(command);
  return smtp.reply();
}

function farewell(smtp: SmtpConversation, result: SmtpProbeResult): SmtpProbeResult {
  smtp.send("QUIT");
  return result;
}

/** Null when the server breaks the handshake; rejects when the connection breaks. */
function startTls(socket: Socket, host: string, ca: string | undefined): Promise<TLSSocket | null> {
  return new Promise((resolve, reject) => {
    const tls = connectTls({
      socket,
      servername: host,
      ...(ca === undefined ? {} : { ca }),
      // Whatever the server can do is to be found out; nothing secret goes over this connection.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      minVersion: "TLSv1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    tls.once("secureConnect", () => resolve(tls));
    tls.on("error", error => (isTlsError(error) ? resolve(null) : reject(error)));
    tls.once("close", () => reject(new SmtpProtocolError("connection closed")));
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const isTlsError = (error: unknown): boolean => /^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/u.test(codeOf(error));

function reasonOf(error: unknown): UnreachableReason {
  if (error instanceof SmtpProtocolError) return "protocol";
  return codeOf(error) === "ECONNREFUSED" ? "refused" : "unreachable";
}
