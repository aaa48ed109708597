/**
 * The only way to fetch from a host that somebody else named: https on port 443, pinned to an address that was
 * checked, no redirects, no cookies, no proxy, bounded in bytes and time. Implemented in https-egress.ts.
 */
export type EgressFailure =
  /** Not https, another port, credentials in the URL, an address in place of a name, a special-use name. */
  | "forbidden-url"
  | "dns-failed"
  | "no-address"
  | "forbidden-address"
  | "connect-failed"
  | "timeout"
  | "tls-name-mismatch"
  | "tls-untrusted"
  | "tls-expired"
  | "tls-failed"
  | "too-large"
  | "bad-response";

export type EgressResult =
  | {
      readonly ok: true;
      readonly status: number;
      readonly contentType: string | null;
      /** The header of that name, as it came. */
      readonly retryAfter?: string | null;
      readonly body: Uint8Array;
      readonly address: string;
      readonly ms: number;
    }
  | {
      readonly ok: false;
      readonly failure: EgressFailure;
      /** Whether the fault can lie with the asking side (its DNS, its network): then it proves nothing. */
      readonly ours: boolean;
      readonly address: string | null;
      readonly ms: number;
    };

export interface EgressLimits {
  /** Octets of the body, after a content coding is undone. */
  readonly maxBytes: number;
  readonly totalMs: number;
  /**
   * Whether the status is what counts: a body that is longer, slow or broken off is then cut, and no failure.
   * Whoever sends something has to know that it arrived.
   */
  readonly cutBody?: boolean;
}

export interface EgressRequest {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface Egress {
  /** GET over https on port 443, no redirects, pinned to an address that was checked. Never rejects. */
  get(url: URL, limits: EgressLimits): Promise<EgressResult>;
}

/** An egress that can also send: for webhooks. */
export interface SendingEgress extends Egress {
  /** The same for any method. Never rejects. */
  request(url: URL, request: EgressRequest, limits: EgressLimits): Promise<EgressResult>;
  /** Why nothing could be sent to that URL as its name resolves now; null where something could. Never rejects. */
  check(url: URL): Promise<EgressFailure | null>;
}
