import type { KeyDefect, KeyProblem } from "#lib/mail/dkim/parse-key.ts";

/** Why no signature can be verified with a key record. */
const DEFECTS: { readonly [Defect in KeyDefect]: string } = {
  syntax: "a part of the record is not a tag=value pair",
  "duplicate-tag": "a tag appears twice, which makes the whole record invalid",
  version: "the version is not exactly DKIM1",
  "no-public-key": "there is no public key in it (p tag)",
  "not-base64": "the key is not base64 text",
  truncated: "the end of the key is missing",
  "not-a-key": "what stands in the p tag is no RSA public key",
  "private-key": "a private key was published in place of the public one",
  "wrong-algorithm": "the key is of another kind than the record says",
  "ed25519-length": "an Ed25519 key has 32 octets, this one has not",
  "unknown-key-type": "verifiers know the key types rsa and ed25519 only",
  "only-sha1":
    "only SHA-1 is allowed by the h tag, and signatures with SHA-1 do not count any more (RFC 8301)",
  "no-known-hash": "the h tag allows no hash that verifiers know",
  "not-for-email": "the s tag says that the key is not for mail",
};

export const defectWords = (defect: KeyDefect): string => DEFECTS[defect];

/** What to do about each defect, beyond publishing a right record. */
const HINTS: { readonly [Defect in KeyDefect]?: string } = {
  "not-base64":
    "A record is split into strings of at most 255 characters by the DNS software. Paste the key without quotation marks, blanks or line ends.",
  truncated:
    "Many DNS forms cut a value off after 255 characters. Paste the whole key; where the form does not take it, split it into several quoted strings in one record.",
  "private-key":
    "Anyone can now sign mail in the domain's name. Stop signing with this key at once, make a new pair, and delete this record.",
  "only-sha1": "Take the h tag out of the record, or write h=sha256.",
  "not-for-email": "Take the s tag out of the record.",
};

export const defectHint = (defect: KeyDefect): string | null => HINTS[defect] ?? null;

const PROBLEMS: { readonly [Problem in KeyProblem]: string } = {
  "version-not-first": "v=DKIM1 is not the first tag.",
  "key-type-case": "The key type is written in capitals.",
  "bare-rsa-key": "The key lacks its outer wrapping (SubjectPublicKeyInfo), which many verifiers insist on.",
  "trailing-data": "Further bytes follow the key.",
  "empty-segment": "There is nothing between two semicolons.",
};

export const problemWords = (problems: readonly KeyProblem[]): string =>
  problems.map(problem => PROBLEMS[problem]).join(" ");
