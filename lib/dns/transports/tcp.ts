import { connect } from "node:net";
import { framed } from "../wire/frame.ts";
import type { Exchanged, ExchangeOptions } from "./server.ts";

/** One question over a TCP connection of its own (RFC 7766): two octets of length, then the message. */
export function exchangeTcp<Value>(
  server: { readonly address: string; readonly port: number },
  packet: Uint8Array,
  options: ExchangeOptions<Value>,
): Promise<Exchanged<Value>> {
  return new Promise(resolve => {
    const socket = connect({ host: server.address, port: server.port, noDelay: true });
    const chunks: Buffer[] = [];
    let received = 0;
    let isOver = false;
    const finish = (result: Exchanged<Value>) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const fail = (failure: "timeout" | "unreachable" | "malformed") =>
      finish({ ok: false, failure, stray: failure === "malformed" });
    const timer = setTimeout(() => fail("timeout"), options.timeoutMs);
    socket.on("error", () => fail("unreachable"));
    socket.on("close", () => fail(received === 0 ? "unreachable" : "malformed"));
    socket.on("connect", () => socket.write(framed(packet)));
    socket.on("data", chunk => {
      chunks.push(chunk);
      received += chunk.length;
      if (received < 2) return;
      const length = lengthOf(chunks);
      if (received < length + 2) return;
      const value = options.read(Buffer.concat(chunks).subarray(2, length + 2));
      if (value === null) fail("malformed");
      else finish({ ok: true, value });
    });
  });
}

const lengthOf = (chunks: readonly Buffer[]): number =>
  Buffer.concat([chunks[0] ?? Buffer.alloc(0), chunks[1] ?? Buffer.alloc(0)], 2).readUInt16BE();
