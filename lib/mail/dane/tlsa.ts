import type { RecordData } from "#lib/dns/answer.ts";

export type TlsaRecord = RecordData["TLSA"];

/** Why SMTP senders cannot use a TLSA record (RFC 7672 3.1.3, RFC 6698 2.1). */
export type TlsaProblem = "usage" | "selector" | "matching-type" | "length";

/** Certificate usages of RFC 6698 2.1.1 that count for mail. */
const DANE_TA = 2;
const DANE_EE = 3;

/** Octets of a digest by matching type: 1 is SHA-256, 2 is SHA-512. */
const DIGEST_OCTETS: Readonly<Record<number, number>> = { 1: 32, 2: 64 };

/** Null for a record that senders can use. */
export function tlsaProblem({ usage, selector, matchingType, data }: TlsaRecord): TlsaProblem | null {
  if (usage !== DANE_TA && usage !== DANE_EE) return "usage";
  if (selector > 1) return "selector";
  if (matchingType > 2) return "matching-type";
  const octets = DIGEST_OCTETS[matchingType];
  const fits = octets === undefined ? data.length > 0 : data.length === octets * 2;
  return fits ? null : "length";
}

/** One certificate of the chain that a server showed, in every form a TLSA record can name it. */
export interface CertificateForms {
  readonly certificate: string;
  readonly certificateSha256: string;
  readonly certificateSha512: string;
  readonly publicKey: string;
  readonly publicKeySha256: string;
  readonly publicKeySha512: string;
}

export interface ShownChain {
  /** Leaf first; hex, lower-case. */
  readonly chain: readonly CertificateForms[];
  /** Whether the leaf names the host and is within its dates: asked of DANE-TA only (RFC 7672 3.1.1). */
  readonly namedAndCurrent: boolean;
}

/** Whether one usable record vouches for the chain (RFC 7671 5.1, 5.2). One match of many is enough. */
export function matchesChain(record: TlsaRecord, { chain, namedAndCurrent }: ShownChain): boolean {
  if (tlsaProblem(record) !== null) return false;
  if (record.usage === DANE_EE) return chain.slice(0, 1).some(leaf => isSame(record, leaf));
  return namedAndCurrent && chain.slice(1).some(issuer => isSame(record, issuer));
}

function isSame({ selector, matchingType, data }: TlsaRecord, forms: CertificateForms): boolean {
  const whole = [forms.certificate, forms.certificateSha256, forms.certificateSha512];
  const key = [forms.publicKey, forms.publicKeySha256, forms.publicKeySha512];
  return (selector === 0 ? whole : key)[matchingType] === data.toLowerCase();
}
