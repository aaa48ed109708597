import { fork } from "node:child_process";
import { once } from "node:events";

export interface ForkedNameServer {
  readonly port: number;
  /** Packets that the server has seen. */
  queries(): Promise<number>;
  close(): void;
}

/** Starts the name server of the benchmarks over `count` typical domains, each answer `delayMs` late. */
export async function forkNameServer(delayMs: number, count: number): Promise<ForkedNameServer> {
  const child = fork(new URL("./name-server-process.ts", import.meta.url), [String(delayMs), String(count)]);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    port,
    async queries() {
      child.send("queries");
      const [{ queries }] = (await once(child, "message")) as [{ queries: number }];
      return queries;
    },
    close: () => child.disconnect(),
  };
}
