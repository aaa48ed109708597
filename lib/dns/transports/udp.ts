import { createSocket } from "node:dgram";
import type { Exchanged, ExchangeOptions } from "./server.ts";

/**
 * Sends one packet from a socket and source port of its own, connected, so that the kernel drops what comes from
 * any other address or port. Packets that do not match are passed over until the time is up (RFC 5452).
 */
export function exchangeUdp<Value>(
  server: { readonly address: string; readonly port: number },
  packet: Uint8Array,
  options: ExchangeOptions<Value>,
): Promise<Exchanged<Value>> {
  return new Promise(resolve => {
    const family = server.address.includes(":") ? 6 : 4;
    const socket = createSocket({
      type: family === 6 ? "udp6" : "udp4",
      // Addresses only: no name is ever looked up to reach a server.
      lookup: (address, _, done) => done(null, address, family),
    });
    let stray = false;
    let isOver = false;
    const finish = (result: Exchanged<Value>) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      socket.close();
      resolve(result);
    };
    const timer = setTimeout(() => finish({ ok: false, failure: "timeout", stray }), options.timeoutMs);
    socket.on("error", () => finish({ ok: false, failure: "unreachable", stray }));
    socket.on("message", bytes => {
      const value = options.read(bytes);
      if (value === null) stray = true;
      else finish({ ok: true, value });
    });
    socket.connect(server.port, server.address, (error?: Error) => {
      if (error === undefined && !isOver) socket.send(packet);
    });
  });
}
