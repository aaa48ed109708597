import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";

export interface BothTransports {
  readonly udp: UdpSocket;
  readonly tcp: Server;
  readonly port: number;
}

/** One port for both transports; 0: a free one. A port free for TCP may be taken for UDP; then another is tried. */
export async function listenOnBoth(address: string, port: number): Promise<BothTransports> {
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
      await closeServer(tcp);
      if (port !== 0 || tries === 10) throw error;
    }
  }
}

/** A server that listens on an address has an AddressInfo; only one on a pipe has a string. */
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export const closeServer = (server: Server): Promise<void> =>
  new Promise(resolve => server.close(() => resolve()));
