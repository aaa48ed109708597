import { createHash, X509Certificate } from "node:crypto";
import type { TLSSocket } from "node:tls";
import { matchesCertificateName } from "#lib/values/certificate-name.ts";
import { certificateNames, issuerName } from "./certificate-names.ts";
import type { SmtpCertificate, SmtpChainEntry } from "./smtp-probe.ts";

const MOST_CERTIFICATES = 10;
const MOST_NAMES = 100;

/** The certificate a server showed and what is wrong with it for this host. Null when it showed none. */
export function shownCertificate(socket: TLSSocket, host: string): SmtpCertificate | null {
  const chain = shownChain(socket);
  const [leaf] = chain;
  if (leaf === undefined) return null;
  const names = certificateNames(leaf);
  const named = names.some(name => matchesCertificateName(name, host));
  return {
    names: names.slice(0, MOST_NAMES),
    issuer: issuerName(leaf),
    validFrom: leaf.validFromDate.toISOString(),
    validTo: leaf.validToDate.toISOString(),
    problem: trustProblem(socket) ?? (named ? null : "name-mismatch"),
    chain: chain.map(chainEntry),
  };
}

/** Leaf first, each followed by its issuer. */
function shownChain(socket: TLSSocket): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let shown = socket.getPeerCertificate(true);
  while (shown.raw !== undefined && chain.length < MOST_CERTIFICATES) {
    chain.push(new X509Certificate(shown.raw));
    // A root is its own issuer.
    if (shown.issuerCertificate === undefined || shown.issuerCertificate === shown) break;
    shown = shown.issuerCertificate;
  }
  return chain;
}

/** OpenSSL's verdict on the chain, which does not look at the name. */
function trustProblem(socket: TLSSocket): SmtpCertificate["problem"] {
  if (socket.authorized) return null;
  switch (String(socket.authorizationError)) {
    case "CERT_HAS_EXPIRED":
      return "expired";
    case "CERT_NOT_YET_VALID":
      return "not-yet-valid";
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return "self-signed";
    default:
      return "untrusted";
  }
}

function chainEntry(certificate: X509Certificate): SmtpChainEntry {
  const whole = certificate.raw;
  const key = certificate.publicKey.export({ type: "spki", format: "der" });
  return {
    certificate: whole.toString("hex"),
    certificateSha256: digest("sha256", whole),
    certificateSha512: digest("sha512", whole),
    publicKey: key.toString("hex"),
    publicKeySha256: digest("sha256", key),
    publicKeySha512: digest("sha512", key),
  };
}

const digest = (algorithm: "sha256" | "sha512", bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest("hex");
