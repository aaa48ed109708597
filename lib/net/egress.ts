/** The only way to fetch from a host that somebody else named. See THREATS in docs for what it refuses. */
export type EgressFailure =
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
  readonly maxBytes: number;
  readonly totalMs: number;
}

export interface Egress {
  /** GET over https on port 443, no redirects, pinned to an address that was checked. Never rejects. */
  get(url: URL, limits: EgressLimits): Promise<EgressResult>;
}
