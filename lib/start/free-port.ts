import { createServer } from "node:net";

const HOST = "127.0.0.1";

/** Some port of the loopback address that is free at this moment. */
export const freePort = (): Promise<number> =>
  tryPort(0, HOST).then(port => port ?? Promise.reject(new Error("no free port")));

/** The wanted port if it is free on that address, else the next one that is; null when a hundred are taken. */
export async function nextFreePort(wanted: number, host: string): Promise<number | null> {
  for (let port = wanted; port < wanted + 100 && port < 65_536; port += 1) {
    if ((await tryPort(port, host)) !== null) return port;
  }
  return null;
}

function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : null;
      server.close(() => resolve(taken));
    });
  });
}
