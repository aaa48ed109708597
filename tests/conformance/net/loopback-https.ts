import type { RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server, Socket } from "node:net";
import type { Certificate } from "../../support/certificates.ts";

export interface LoopbackServer {
  readonly port: number;
  /** TCP connections accepted so far. */
  connections(): number;
  /** The most that were open at one time. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

/** A real HTTPS server on loopback. */
export const serveHttps = (
  certificate: Certificate,
  answer: RequestListener,
  host = "127.0.0.1",
): Promise<LoopbackServer> => listening(createHttpsServer({ ...certificate }, answer), host);

/** Starts any TCP server on a free port, counts its connections and closes them with it. */
export function listening(server: Server, host = "127.0.0.1"): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  let count = 0;
  let most = 0;
  server.on("connection", (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  server.on("tlsClientError", () => {});
  return new Promise(resolve =>
    server.listen(0, host, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        connections: () => count,
        mostAtOnce: () => most,
        close: () =>
          new Promise(done => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      });
    }),
  );
}
