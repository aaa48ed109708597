import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

export interface Gate {
  /** The database through the gate. */
  readonly url: string;
  shut(): Promise<void>;
  /** Connections stay open, and nothing comes through any more. */
  freeze(): void;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** A way to the database that can be cut and opened again. */
export async function openGate(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    return socket;
  };
  const start = async (port: number): Promise<Server> => {
    const server = createServer(near => {
      const far = keep(connect(Number(target.port), target.hostname));
      keep(near).pipe(far).pipe(near);
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return server;
  };
  let server = await start(0);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const shut = async () => {
    const closed = once(server, "close");
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.href,
    shut,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    open: async () => {
      server = await start(port);
    },
    close: shut,
  };
}
