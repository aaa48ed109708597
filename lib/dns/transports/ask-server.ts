import type { Clock } from "#lib/values/clock.ts";
import type { Attempt, LookupFailure, RecordType } from "../answer.ts";
import { RCODE } from "../wire/codes.ts";
import { decodeMessage, type Message } from "../wire/message.ts";
import { encodeQuery, UDP_SIZE } from "../wire/query.ts";
import { answersQuestion, readReply, type Reply } from "../wire/reply.ts";
import { exchangeDoh } from "./doh.ts";
import { type DnsServer, type Exchanged, serverText } from "./server.ts";
import { exchangeTcp } from "./tcp.ts";
import { exchangeUdp } from "./udp.ts";

export interface WireQuestion<Type extends RecordType> {
  readonly name: string;
  readonly type: Type;
  readonly recursion: boolean;
  readonly checkingDisabled: boolean;
}

/** What one server said, with every packet exchange it took. */
export interface Asked<Type extends RecordType> {
  readonly reply: Reply<Type> | { readonly status: LookupFailure; readonly cnames: readonly string[] };
  readonly message: Message | null;
  readonly server: string;
  readonly attempts: readonly Attempt[];
}

export interface AskOptions {
  readonly clock: Clock;
  /** 16 random bits for each packet. */
  readonly randomId: () => number;
  /** For one exchange of packets. */
  readonly timeoutMs: number;
  /** Monotonic time at which the whole lookup is given up. */
  readonly deadline: number;
  /** The server truncated before: ask over TCP at once. */
  readonly tcpOnly?: boolean;
}

/**
 * Puts a question to one server: over UDP, over TCP when the answer was truncated (RFC 7766 5), once more
 * without EDNS for a server that does not know it (RFC 6891 7). Never rejects.
 */
export async function askServer<Type extends RecordType>(
  server: DnsServer,
  question: WireQuestion<Type>,
  options: AskOptions,
): Promise<Asked<Type>> {
  if (server.kind === "doh") return attempt(server, "doh", question, options, UDP_SIZE);
  if (options.tcpOnly === true) return attempt(server, "tcp", question, options, UDP_SIZE);
  let first = await attempt(server, "udp", question, options, UDP_SIZE);
  if (first.message?.rcode === RCODE.FORMERR && first.message.edns === null) {
    first = after(first, await attempt(server, "udp", question, options, null));
  }
  if (first.attempts.at(-1)?.result !== "truncated") return first;
  return after(first, await attempt(server, "tcp", question, options, UDP_SIZE));
}

const after = <Type extends RecordType>(before: Asked<Type>, last: Asked<Type>): Asked<Type> => ({
  ...last,
  attempts: [...before.attempts, ...last.attempts],
});

async function attempt<Type extends RecordType>(
  server: DnsServer,
  transport: Transport,
  question: WireQuestion<Type>,
  options: AskOptions,
  udpSize: number | null,
): Promise<Asked<Type>> {
  const started = options.clock.monotonic();
  // RFC 8484 4.1: with HTTPS the id is 0, so that caches can work.
  const id = transport === "doh" ? 0 : options.randomId();
  const packet = encodeQuery({ ...question, id, udpSize });
  const exchanged = await exchange(server, transport, packet, {
    timeoutMs: Math.max(1, Math.min(options.timeoutMs, options.deadline - started)),
    read: bytes => readMatching(bytes, { ...question, id }),
  });
  const { result, reply, message } = judge(exchanged, transport, question);
  const at = { server: serverText(server), transport, result, ms: options.clock.monotonic() - started };
  return { reply, message, server: at.server, attempts: [at] };
}

type Transport = Attempt["transport"];

/** A matching message, or why the one with our id cannot be used. */
type Received = { readonly message: Message } | { readonly failure: "malformed" | "too-large" | "truncated" };

const exchange = (
  server: DnsServer,
  transport: Transport,
  packet: Uint8Array,
  options: { timeoutMs: number; read: (bytes: Uint8Array) => Received | null },
): Promise<Exchanged<Received>> => {
  if (server.kind === "doh") return exchangeDoh(server.url, packet, options);
  return transport === "tcp" ? exchangeTcp(server, packet, options) : exchangeUdp(server, packet, options);
};

/** Null for a packet that does not answer the question: it may be anybody's. */
function readMatching(
  bytes: Uint8Array,
  question: { readonly id: number; readonly name: string; readonly type: RecordType },
): Received | null {
  const decoded = decodeMessage(bytes);
  if (decoded.ok) return answersQuestion(decoded.message, question) ? { message: decoded.message } : null;
  const [idHigh = 0, idLow = 0, flags = 0] = bytes;
  if (idHigh * 0x100 + idLow !== question.id || flags < 0x80) return null;
  // A message cut in the middle of a record is truncated, not malformed (RFC 2181 9).
  return { failure: (flags & 0x02) === 0 ? decoded.reason : "truncated" };
}

interface Judged<Type extends RecordType> {
  readonly result: Attempt["result"];
  readonly reply: Asked<Type>["reply"];
  readonly message: Message | null;
}

function judge<Type extends RecordType>(
  exchanged: Exchanged<Received>,
  transport: Transport,
  question: WireQuestion<Type>,
): Judged<Type> {
  if (!exchanged.ok) return failed(exchanged.stray ? "malformed" : exchanged.failure);
  const received = exchanged.value;
  const isCut = "failure" in received ? received.failure === "truncated" : received.message.tc;
  // A truncated answer says nothing, and over a stream it has no excuse.
  if (isCut) return { ...failed("malformed"), result: transport === "udp" ? "truncated" : "malformed" };
  if ("failure" in received) return failed(received.failure === "too-large" ? "too-large" : "malformed");
  const reply = readReply(received.message, question.name, question.type);
  return { result: reply.status === "alias" ? "records" : reply.status, reply, message: received.message };
}

const failed = (status: LookupFailure) => ({ result: status, reply: { status, cnames: [] }, message: null });
