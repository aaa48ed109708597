import type { EgressResult } from "#lib/net/egress.ts";
import type { SmtpCertificate, SmtpChainEntry, SmtpProbeResult } from "#lib/net/smtp-probe.ts";

/** Forms of a certificate that a letter tells apart: digests have the length that real ones have. */
export const chainEntry = (letter: string): SmtpChainEntry => ({
  certificate: `${letter}0`,
  certificateSha256: `${letter}1`.repeat(32),
  certificateSha512: `${letter}2`.repeat(64),
  publicKey: `${letter}3`,
  publicKeySha256: `${letter}4`.repeat(32),
  publicKeySha512: `${letter}5`.repeat(64),
});

/** A server that encrypts. */
export const starttls = (
  certificate: Partial<SmtpCertificate> = {},
  tlsVersion = "TLSv1.3",
): SmtpProbeResult => ({
  status: "starttls",
  tlsVersion,
  banner: "mx.example.com ESMTP",
  certificate: {
    names: ["mx.example.com"],
    issuer: "Example CA",
    validFrom: "2026-10-01T00:00:00.000Z",
    validTo: "2026-12-30T00:00:00.000Z",
    problem: null,
    chain: [chainEntry("a"), chainEntry("b")],
    ...certificate,
  },
});

/** A page that was fetched. */
export const page = (body: string | Uint8Array, status = 200, contentType = "text/plain"): EgressResult => ({
  ok: true,
  status,
  contentType,
  body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  address: "192.0.2.80",
  ms: 1,
});

/** A fetch that did not work. */
export const noPage = (
  failure: Extract<EgressResult, { ok: false }>["failure"],
  ours = false,
): EgressResult => ({ ok: false, failure, ours, address: null, ms: 1 });
