/**
 * What an SMTP server says up to STARTTLS, and the certificate it then shows. No mail is ever offered.
 * Implemented in smtp-prober.ts.
 */
export interface SmtpCertificate {
  /** DNS names of the certificate; the common name where it has none. */
  readonly names: readonly string[];
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Null when the chain is trusted and the name matches, else the reason. */
  readonly problem: "name-mismatch" | "expired" | "not-yet-valid" | "self-signed" | "untrusted" | null;
  /** SHA-256 and SHA-512 of certificate and of its public key, lower-case hex, leaf first: for TLSA matching. */
  readonly chain: readonly SmtpChainEntry[];
}

export interface SmtpChainEntry {
  readonly certificate: string;
  readonly certificateSha256: string;
  readonly certificateSha512: string;
  readonly publicKey: string;
  readonly publicKeySha256: string;
  readonly publicKeySha512: string;
}

export type SmtpProbeResult =
  | {
      readonly status: "starttls";
      readonly tlsVersion: string;
      readonly certificate: SmtpCertificate;
      readonly banner: string;
    }
  | { readonly status: "no-starttls"; readonly banner: string }
  | { readonly status: "tls-failed"; readonly banner: string }
  /** Port 25 cannot be reached from here at all, or this host told us nothing: nothing is known. */
  | { readonly status: "not-reachable"; readonly reason: UnreachableReason };

export type UnreachableReason =
  /** No connection to port 25 of any host leaves this machine. */
  | "port-25-closed"
  | "timeout"
  /** The host refuses connections to port 25. */
  | "refused"
  /** No route, or the connection was cut. */
  | "unreachable"
  /** The server greeted, or answered EHLO, with a refusal meant for us. */
  | "rejected"
  /** What came back is not SMTP. */
  | "protocol"
  /** The address is not one of the public Internet. */
  | "forbidden-address";

export interface SmtpProber {
  /** `host` is the name the certificate has to match, `address` where to connect. Never rejects. */
  probe(host: string, address: string): Promise<SmtpProbeResult>;
}
