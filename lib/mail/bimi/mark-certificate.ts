import { X509Certificate } from "node:crypto";
import { gunzipSync } from "node:zlib";

/** Extended key usage of RFC 9399's draft for brand indicators; every mark certificate has it. */
const BRAND_INDICATOR = "1.3.6.1.5.5.7.3.31";

export type MarkCertificateProblem =
  | "not-pem"
  | "not-a-mark-certificate"
  | "other-domain"
  | "expired"
  | "not-yet-valid";

export interface MarkCertificate {
  readonly problem: MarkCertificateProblem | null;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validTo: string | null;
  /** The logo inside, as text; null where none could be read. */
  readonly svg: string | null;
}

export interface MarkCertificateUse {
  /** The domain the logo is to be shown for, or its organizational domain. */
  readonly domains: readonly string[];
  readonly now: Date;
}

/**
 * Reads the first certificate of a PEM file as a Verified or Common Mark Certificate. Its issuer is told, not
 * vouched for: the authorities that mail programs trust for marks are in no public store.
 */
export function readMarkCertificate(bytes: Uint8Array, use: MarkCertificateUse): MarkCertificate {
  const certificate = parse(bytes);
  if (certificate === null) return { problem: "not-pem", issuer: "", names: [], validTo: null, svg: null };
  const names = namesOf(certificate);
  return {
    problem: problemOf(certificate, names, use),
    issuer: /^O=(.*)$/mu.exec(certificate.issuer)?.[1] ?? /^CN=(.*)$/mu.exec(certificate.issuer)?.[1] ?? "",
    names,
    validTo: certificate.validToDate.toISOString(),
    svg: embeddedSvg(certificate.raw),
  };
}

function parse(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function problemOf(
  certificate: X509Certificate,
  names: readonly string[],
  { domains, now }: MarkCertificateUse,
): MarkCertificateProblem | null {
  if (!(certificate.keyUsage ?? []).includes(BRAND_INDICATOR)) return "not-a-mark-certificate";
  // Names are domains, or `<selector>._bimi.<domain>` for one selector.
  const bare = names.map(name => name.replace(/^[^.]+\._bimi\./u, ""));
  if (!domains.some(domain => bare.includes(domain))) return "other-domain";
  if (certificate.validToDate < now) return "expired";
  return certificate.validFromDate > now ? "not-yet-valid" : null;
}

const namesOf = (certificate: X509Certificate): readonly string[] =>
  (certificate.subjectAltName ?? "")
    .split(", ")
    .flatMap(entry => (entry.startsWith("DNS:") ? [entry.slice(4).toLowerCase()] : []))
    .slice(0, 100);

const DATA_URI = "data:image/svg+xml;base64,";
const MOST_SVG_OCTETS = 131_072;

/** The logotype extension (RFC 3709, RFC 9399) holds the logo as a data URI, gzipped, in one plain string. */
function embeddedSvg(raw: Buffer): string | null {
  const text = raw.toString("latin1");
  const start = text.indexOf(DATA_URI);
  if (start === -1) return null;
  const base64 = /[A-Za-z0-9+/]*={0,2}/uy;
  base64.lastIndex = start + DATA_URI.length;
  const data = Buffer.from(base64.exec(text)?.[0] ?? "", "base64");
  try {
    const isGzip = data[0] === 0x1f && data[1] === 0x8b;
    return (isGzip ? gunzipSync(data, { maxOutputLength: MOST_SVG_OCTETS }) : data).toString("utf8");
  } catch {
    return null;
  }
}
