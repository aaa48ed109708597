import type { EgressFailure } from "./egress.ts";

export interface CodedFailure {
  readonly failure: EgressFailure;
  readonly ours: boolean;
}

/**
 * Gives a socket or TLS error its code. Only what the other side demonstrably said is held against it: a refused
 * connection, a certificate, a broken handshake. Silence, resets and missing routes can be ours.
 */
export function codeFailure(error: unknown): CodedFailure {
  const code = codeOf(error);
  const known = BY_CODE.get(code);
  if (known !== undefined) return known;
  if (/^ERR_(?:SSL|TLS)_|^EPROTO$/u.test(code)) return { failure: "tls-failed", ours: false };
  if (code.startsWith("HPE_")) return { failure: "bad-response", ours: false };
  return { failure: "connect-failed", ours: true };
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "";

const theirs = (failure: EgressFailure, ...codes: readonly string[]): [string, CodedFailure][] =>
  codes.map(code => [code, { failure, ours: false }]);

/** Names of Node's socket errors and of OpenSSL's verification results (X509_V_ERR_...). */
const BY_CODE: ReadonlyMap<string, CodedFailure> = new Map([
  ...theirs("connect-failed", "ECONNREFUSED"),
  ...theirs("tls-name-mismatch", "ERR_TLS_CERT_ALTNAME_INVALID", "ERR_TLS_CERT_ALTNAME_FORMAT"),
  ...theirs("tls-expired", "CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"),
  ...theirs(
    "tls-untrusted",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "CERT_SIGNATURE_FAILURE",
    "CERT_CHAIN_TOO_LONG",
    "CERT_REVOKED",
    "CERT_UNTRUSTED",
    "CERT_REJECTED",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "PATH_LENGTH_EXCEEDED",
  ),
]);
