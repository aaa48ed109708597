/** Where questions are sent: an address that speaks UDP and TCP, or a DNS-over-HTTPS URL (RFC 8484). */
export type DnsServer =
  | { readonly kind: "address"; readonly address: string; readonly port: number }
  | { readonly kind: "doh"; readonly url: string };

export const DNS_PORT = 53;

/** The server as people write it: "192.0.2.1", "192.0.2.1:5353", "[2001:db8::1]:5353" or a URL. */
export function serverText(server: DnsServer): string {
  if (server.kind === "doh") return server.url;
  if (server.port === DNS_PORT) return server.address;
  return server.address.includes(":")
    ? `[${server.address}]:${server.port}`
    : `${server.address}:${server.port}`;
}

/**
 * How one exchange of packets ended. `stray` is set when packets came that do not answer the question: off-path
 * forgeries or a broken server.
 */
export type Exchanged<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly failure: "timeout" | "unreachable" | "malformed";
      readonly stray: boolean;
    };

export interface ExchangeOptions<Value> {
  readonly timeoutMs: number;
  /** Reads a received message; null when it does not answer what was sent. */
  readonly read: (bytes: Uint8Array) => Value | null;
}
