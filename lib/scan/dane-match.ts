import { matchesChain, type TlsaRecord, tlsaProblem } from "#lib/mail/dane/tlsa.ts";
import { matchesCertificateName } from "#lib/values/certificate-name.ts";
import type { SmtpFinding } from "./probes/smtp.ts";
import type { TlsaHost } from "./probes/tlsa.ts";

/** The records that senders can use. */
export const usableRecords = (records: readonly TlsaRecord[]): readonly TlsaRecord[] =>
  records.filter(record => tlsaProblem(record) === null);

/** Whether the certificate a host showed is the one its TLSA records promise. One match is enough. */
export function matchesTlsa(
  host: string,
  records: readonly TlsaRecord[],
  shown: Extract<SmtpFinding, { status: "starttls" }>,
): boolean {
  const { chain, names, problem } = shown.certificate;
  const isCurrent = problem !== "expired" && problem !== "not-yet-valid";
  const namedAndCurrent = isCurrent && names.some(name => matchesCertificateName(name, host));
  return records.some(record => matchesChain(record, { chain, namedAndCurrent }));
}

/** Whether DNSSEC-signed TLSA records vouch for the certificate: then no authority has to. */
export function isVouchedByDane(tlsa: TlsaHost | undefined, shown: SmtpFinding): boolean {
  if (tlsa === undefined || shown.status !== "starttls" || !tlsa.security.ok) return false;
  return tlsa.security.value?.state === "secure" && matchesTlsa(tlsa.host, tlsa.records, shown);
}
