import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { RecordType } from "../answer.ts";
import type { ResourceRecord } from "../record.ts";
import { typeOfCode } from "../wire/codes.ts";
import { framed } from "../wire/frame.ts";
import { decodeMessage } from "../wire/message.ts";
import { recordsIn } from "../zone-file.ts";
import { ROOT } from "../zone/root.ts";
import { zoneData } from "../zone/zone-data.ts";
import { type ServerFault, strikingFault } from "./fault.ts";
import { respond, STREAM_LIMIT } from "./respond.ts";

export interface NameServerOptions {
  /** Master files, or their records. */
  readonly zones: string | readonly ResourceRecord[];
  readonly faults?: readonly ServerFault[];
  /** 127.0.0.1 when left out. */
  readonly address?: string;
  /** A free one when left out. */
  readonly port?: number;
  /** False: nothing listens on the TCP port. */
  readonly tcp?: boolean;
  /** Zones whose answers carry AD. */
  readonly secure?: readonly string[];
  /** Numbers from 0 up to 1, for faults that strike a share of the questions. */
  readonly random?: () => number;
}

/** A question that this server saw. */
export interface SeenQuery {
  readonly name: string;
  /** Null for a type that is not spoken here. */
  readonly type: RecordType | null;
  readonly transport: "udp" | "tcp";
  readonly id: number;
  readonly sourcePort: number;
  readonly recursionDesired: boolean;
  readonly checkingDisabled: boolean;
  readonly udpSize: number | null;
}

export interface NameServer {
  readonly address: string;
  readonly port: number;
  readonly queries: readonly SeenQuery[];
  /** From now on it answers from these zones instead. */
  serve(zones: NameServerOptions["zones"]): void;
  close(): Promise<void>;
}

/**
 * A name server on UDP and TCP that answers from master files, and wrongly where told so: for tests, and for the
 * sample zone of a demonstration. It resolves nothing beyond its zones.
 */
export async function startNameServer(options: NameServerOptions): Promise<NameServer> {
  const dataOf = (zones: NameServerOptions["zones"]) => zoneData([...recordsIn(zones), ...ROOT]);
  const responding = { data: dataOf(options.zones), secure: options.secure ?? [] };
  const queries: SeenQuery[] = [];
  const waiting = new Set<NodeJS.Timeout>();

  const receive = (
    bytes: Uint8Array,
    transport: "udp" | "tcp",
    sourcePort: number,
    send: (answer: Uint8Array) => void,
  ) => {
    const decoded = decodeMessage(bytes);
    const [question] = decoded.ok ? decoded.message.questions : [];
    if (!decoded.ok || decoded.message.isResponse || question === undefined) return;
    const query = decoded.message;
    const type = typeOfCode(question.type);
    queries.push({
      name: question.name,
      type,
      transport,
      id: query.id,
      sourcePort,
      recursionDesired: query.rd,
      checkingDisabled: query.cd,
      udpSize: query.edns?.udpSize ?? null,
    });
    const asked = { name: question.name, type, transport };
    const fault = strikingFault(options.faults ?? [], asked, options.random ?? Math.random);
    const limit = transport === "tcp" ? STREAM_LIMIT : Math.max(512, query.edns?.udpSize ?? 512);
    const answer = respond(query, question, fault, limit, responding);
    if (answer === null) return;
    if (fault?.delayMs === undefined) return send(answer);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      send(answer);
    }, fault.delayMs);
    waiting.add(timer);
  };

  const address = options.address ?? "127.0.0.1";
  const { udp, tcp, port } = await listen(address, options.port ?? 0);
  udp.on("message", (bytes, from) => {
    receive(bytes, "udp", from.port, answer => udp.send(answer, from.port, from.address));
  });
  const connections = new Set<Socket>();
  tcp.on("connection", socket => {
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
    socket.on("error", () => socket.destroy());
    onFrames(socket, bytes => {
      receive(bytes, "tcp", socket.remotePort ?? 0, answer => socket.write(framed(answer)));
    });
  });
  if (options.tcp === false) await closed(tcp);

  return {
    address,
    port,
    queries,
    serve(zones) {
      responding.data = dataOf(zones);
    },
    async close() {
      for (const timer of waiting) clearTimeout(timer);
      for (const socket of connections) socket.destroy();
      udp.close();
      if (tcp.listening) await closed(tcp);
    },
  };
}

/** One port for both transports. A free port of TCP may be taken for UDP; then another one is tried. */
async function listen(address: string, port: number): Promise<{ udp: UdpSocket; tcp: Server; port: number }> {
  for (let tries = 1; ; tries += 1) {
    const tcp = createServer();
    tcp.listen(port, address);
    await once(tcp, "listening");
    const taken = portOf(tcp);
    const udp = createSocket(address.includes(":") ? "udp6" : "udp4");
    try {
      udp.bind(taken, address);
      await once(udp, "listening");
      return { udp, tcp, port: taken };
    } catch (error) {
      udp.close();
      await closed(tcp);
      if (port !== 0 || tries === 10) throw error;
    }
  }
}

/** A server that listens on an address has an AddressInfo; only one on a pipe has a string. */
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const closed = (server: Server): Promise<void> => new Promise(resolve => server.close(() => resolve()));

function onFrames(socket: Socket, receive: (message: Uint8Array) => void): void {
  let pending = Buffer.alloc(0);
  socket.on("data", chunk => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 2 && pending.length >= pending.readUInt16BE() + 2) {
      const end = pending.readUInt16BE() + 2;
      receive(pending.subarray(2, end));
      pending = pending.subarray(end);
    }
  });
}
