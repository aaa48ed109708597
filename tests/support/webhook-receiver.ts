import { serveHttps } from "../conformance/net/loopback-https.ts";
import type { Certificate } from "./certificates.ts";

/** A request as it came. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Webhook {
  readonly port: number;
  readonly received: readonly Received[];
  /** Answers from now on; null: the connection is cut without an answer. */
  answer(reply: (request: Received, nth: number) => Reply | null): void;
  close(): Promise<void>;
}

/** A receiver of webhooks over real TLS on loopback. */
export async function startWebhook(certificate: Certificate): Promise<Webhook> {
  const received: Received[] = [];
  let decide: (request: Received, nth: number) => Reply | null = accept;
  const server = await serveHttps(certificate, (request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const one = { path: request.url ?? "", headers, body: Buffer.concat(chunks).toString() };
      received.push(one);
      const reply = decide(one, received.length);
      if (reply === null) request.socket.destroy();
      else response.writeHead(reply.status, { ...reply.headers }).end(reply.body ?? "");
    })();
  });
  return {
    port: server.port,
    received,
    answer(reply) {
      decide = reply;
    },
    close: () => server.close(),
  };
}

const accept = (): Reply => ({ status: 204 });
