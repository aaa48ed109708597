/** What an SMTP server says up to STARTTLS, and the certificate it then shows. No mail is ever offered. */
export interface SmtpCertificate {
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
  /** Port 25 cannot be reached from here at all, or this host did not answer: nothing is known. */
  | {
      readonly status: "not-reachable";
      readonly reason: "port-25-closed" | "timeout" | "refused" | "protocol";
    };

export interface SmtpProber {
  probe(host: string, address: string): Promise<SmtpProbeResult>;
}
