import type { IncomingMessage } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { createGunzip } from "node:zlib";
import type { IpAddress } from "#lib/values/ip-address.ts";
import type { EgressRequest } from "./egress.ts";
import { codeFailure, type CodedFailure } from "./socket-failure.ts";

export interface PinnedRequest extends EgressRequest {
  readonly host: string;
  readonly path: string;
  readonly address: IpAddress;
  readonly port: number;
  readonly ca: string | undefined;
  readonly maxBytes: number;
  /** See `EgressLimits`. */
  readonly cutBody: boolean;
  readonly deadlines: Deadlines;
}

/** Milliseconds for each stage; `totalMs` ends all of them. */
export interface Deadlines {
  /** TCP and TLS. */
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly totalMs: number;
}

export type PinnedResponse =
  | {
      readonly ok: true;
      readonly status: number;
      readonly contentType: string | null;
      readonly retryAfter: string | null;
      readonly body: Uint8Array;
    }
  | ({ readonly ok: false; readonly connected: boolean } & CodedFailure);

const MOST_HEADER_OCTETS = 16_384;

/**
 * One https exchange with one address. The name goes into SNI, the Host header and the certificate check, never
 * into a lookup. Never rejects.
 */
export function sendPinned(wanted: PinnedRequest): Promise<PinnedResponse> {
  return new Promise(resolve => {
    let connected = false;
    // An agent of its own: no pooled socket, no cached session, no proxy from the environment.
    const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });
    const request = httpsRequest({
      agent,
      host: wanted.address.text,
      port: wanted.port,
      servername: wanted.host,
      ...(wanted.ca === undefined ? {} : { ca: wanted.ca }),
      rejectUnauthorized: true,
      method: wanted.method,
      path: wanted.path,
      headers: headersOf(wanted),
      maxHeaderSize: MOST_HEADER_OCTETS,
    });
    const end = (response: PinnedResponse): void => {
      clearTimeout(total);
      clearTimeout(stage);
      request.destroy();
      agent.destroy();
      resolve(response);
    };
    const fail = (coded: CodedFailure): void => end({ ok: false, connected, ...coded });
    let late = (): void => fail({ failure: "timeout", ours: true });
    const isLate = (): void => late();
    const total = setTimeout(isLate, wanted.deadlines.totalMs);
    let stage = setTimeout(isLate, wanted.deadlines.connectMs);
    const nextStage = (ms: number): void => {
      clearTimeout(stage);
      stage = setTimeout(isLate, ms);
    };
    request.on("socket", socket =>
      socket.once("secureConnect", () => {
        connected = true;
        nextStage(wanted.deadlines.headersMs);
      }),
    );
    request.on("error", error => fail(codeFailure(error)));
    // Without its own listener an upgrade or tunnel would leave the socket open.
    request.on("upgrade", () => fail({ failure: "bad-response", ours: false }));
    request.on("response", response => {
      nextStage(wanted.deadlines.bodyMs);
      const answered = (body: Uint8Array): void => end({ ok: true, ...headOf(response), body });
      if (wanted.cutBody) {
        const read: Uint8Array[] = [];
        late = () => answered(cut(read, wanted.maxBytes));
        void readSome(response, wanted.maxBytes, read).then(() => late());
        return;
      }
      void readBody(response, wanted.maxBytes).then(body =>
        "failure" in body ? fail(body) : answered(body.bytes),
      );
    });
    request.end(wanted.body);
  });
}

const headersOf = ({ host, headers, body }: PinnedRequest): Record<string, string> => ({
  "user-agent": "Mailtriage (mail domain check)",
  accept: "*/*",
  "accept-encoding": "identity",
  ...headers,
  ...(body === undefined ? {} : { "content-length": String(body.byteLength) }),
  host,
});

/** Reads at most `maxBytes`, counted after gzip, which some servers send unasked (SVGZ logos among them). */
async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array } | CodedFailure> {
  const coding = response.headers["content-encoding"]?.toLowerCase() ?? "identity";
  if (coding !== "identity" && coding !== "gzip") return { failure: "bad-response", ours: false };
  const gunzip = coding === "gzip" ? createGunzip() : null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    response.on("error", error => gunzip?.destroy(error));
    for await (const chunk of gunzip === null ? response : response.pipe(gunzip)) {
      const bytes: Uint8Array = chunk;
      size += bytes.byteLength;
      if (size > maxBytes) return { failure: "too-large", ours: false };
      chunks.push(bytes);
    }
  } catch (error) {
    // A broken gzip stream is theirs; a connection cut in the middle may be ours.
    return { failure: "bad-response", ours: !isZlibError(error) };
  }
  return { bytes: Buffer.concat(chunks) };
}

const headOf = ({ statusCode, headers }: IncomingMessage) => ({
  status: statusCode ?? 0,
  contentType: headers["content-type"] ?? null,
  retryAfter: headers["retry-after"] ?? null,
});

/** Reads until there is enough, the body ends, or the connection does. A coding is not undone. */
async function readSome(response: IncomingMessage, enough: number, into: Uint8Array[]): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of response) {
      const bytes: Uint8Array = chunk;
      into.push(bytes);
      size += bytes.byteLength;
      if (size >= enough) return;
    }
  } catch {
    // What has been read is what there is.
  }
}

const cut = (read: readonly Uint8Array[], octets: number): Uint8Array =>
  Buffer.concat(read).subarray(0, octets);

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
