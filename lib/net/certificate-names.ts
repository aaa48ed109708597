import type { X509Certificate } from "node:crypto";

/** DNS names a certificate is made for: its DNS-IDs, or the common name where it has none (RFC 6125 6.4.4). */
export function certificateNames(certificate: X509Certificate): readonly string[] {
  const names = (certificate.subjectAltName ?? "")
    .split(", ")
    .filter(entry => entry.startsWith("DNS:"))
    // Node quotes names that contain anything odd; no host has such a name.
    .map(entry => entry.slice(4).toLowerCase())
    .filter(name => /^[a-z0-9*._-]+$/u.test(name));
  if (names.length > 0) return names;
  const commonName = subjectField(certificate.subject, "CN");
  return commonName === null ? [] : [commonName.toLowerCase()];
}

/** Who issued it, as people know it: the organisation and the common name. */
export function issuerName(certificate: X509Certificate): string {
  const parts = [subjectField(certificate.issuer, "O"), subjectField(certificate.issuer, "CN")];
  return parts.filter(part => part !== null).join(", ");
}

/** One field of a distinguished name as Node prints it, one field a line. */
function subjectField(subject: string | undefined, field: string): string | null {
  const line = subject?.split("\n").find(one => one.startsWith(`${field}=`));
  return line?.slice(field.length + 1) ?? null;
}
