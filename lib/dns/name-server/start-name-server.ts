import type { Socket } from "node:net";
import type { RecordType } from "../answer.ts";
import type { ResourceRecord } from "../record.ts";
import { typeOfCode } from "../wire/codes.ts";
import { framed } from "../wire/frame.ts";
import { decodeMessage } from "../wire/message.ts";
import { recordsIn } from "../zone-file.ts";
import { ROOT } from "../zone/root.ts";
import { zoneData } from "../zone/zone-data.ts";
import { type ServerFault, strikingFault } from "./fault.ts";
import { closeServer, listenOnBoth } from "./listen-on-both.ts";
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
  const { udp, tcp, port } = await listenOnBoth(address, options.port ?? 0);
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
  if (options.tcp === false) await closeServer(tcp);

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
      if (tcp.listening) await closeServer(tcp);
    },
  };
}

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
