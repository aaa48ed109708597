/** A way in which a request can go wrong. Codes are part of the contract: never renamed, never given a new meaning. */
export interface ProblemKind {
  readonly status: number;
  /** The same for every occurrence (RFC 9457 3.1.3). */
  readonly title: string;
  /** What a client does about it, for the documentation. */
  readonly remedy: string;
}

export const PROBLEMS = {
  "bad-json": {
    status: 400,
    title: "The body is not JSON",
    remedy: "Send one JSON object in UTF-8.",
  },
  "bad-parameter": {
    status: 400,
    title: "A parameter or header cannot be used",
    remedy: "`errors` names each one and says what it may be. Unknown parameters are refused too.",
  },
  "key-in-address": {
    status: 400,
    title: "A key was sent in the address",
    remedy:
      "Addresses end up in logs. Revoke that key, make another one and send it in the Authorization header.",
  },
  "key-missing": {
    status: 401,
    title: "A key is needed",
    remedy: "Send `Authorization: Bearer mt_live_…`. Keys are made on the account page.",
  },
  "key-invalid": {
    status: 401,
    title: "The key does not open anything",
    remedy:
      "It is mistyped, unknown, expired or revoked; which of these is not told. Make another one on the account page.",
  },
  forbidden: {
    status: 403,
    title: "This key may not do that",
    remedy: "`detail` names what is missing, such as a scope. Make a key that has it.",
  },
  "cross-site": {
    status: 403,
    title: "The request was made by a page of another site",
    remedy: "Call the API from a program. Pages of other sites cannot use it in a visitor's name.",
  },
  "not-found": {
    status: 404,
    title: "There is no such thing",
    remedy: "The id is wrong, was deleted, or belongs to another account; which of these is not told.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The method is not known here",
    remedy: "The `Allow` header names those that are.",
  },
  conflict: {
    status: 409,
    title: "It is not in a state for that",
    remedy: "`detail` says what it waits for, such as a scan that is not finished. Try again later.",
  },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    remedy: "Send at most 1 MB. A bulk scan takes 1,000 domains a call.",
  },
  "media-type-unsupported": {
    status: 415,
    title: "The body is of a kind that is not read",
    remedy: "Send `Content-Type: application/json`, uncompressed.",
  },
  "invalid-input": {
    status: 422,
    title: "The body does not say what it has to",
    remedy: "`errors` points to each member that is wrong, missing or unknown.",
  },
  "idempotency-key-reused": {
    status: 422,
    title: "The Idempotency-Key belongs to another request",
    remedy: "Make a new key for a new request. A key is remembered for 24 hours.",
  },
  "rate-limited": {
    status: 429,
    title: "Too much was asked for",
    remedy:
      "Wait for the seconds in `Retry-After`. The `RateLimit` header tells what is left before it happens.",
  },
  "internal-error": {
    status: 500,
    title: "A fault in Mailtriage",
    remedy: "It was noted under the `Request-Id` of the answer. The same request may be sent again.",
  },
  unavailable: {
    status: 503,
    title: "The service cannot answer at the moment",
    remedy: "Nothing was stored. Wait for the seconds in `Retry-After` and send the same request again.",
  },
} as const satisfies { readonly [code: string]: ProblemKind };

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

/** What is wrong with one part of a request. Exactly one of the three places is named. */
export interface ProblemError {
  readonly code: ProblemErrorCode;
  readonly detail: string;
  /** The member of the body, a JSON Pointer as a URI fragment (RFC 6901 section 6). */
  readonly pointer?: string;
  /** The parameter of the address. */
  readonly parameter?: string;
  readonly header?: string;
}

export const PROBLEM_ERROR_CODES = [
  "missing",
  "unknown",
  "wrong-type",
  "too-short",
  "too-long",
  "out-of-range",
  "not-allowed",
  "malformed",
] as const;
export type ProblemErrorCode = (typeof PROBLEM_ERROR_CODES)[number];

/** A problem document (RFC 9457). `type` is where the documentation explains the code. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors?: readonly ProblemError[];
}

export function problemDocument(
  code: ProblemCode,
  detail: string,
  errors: readonly ProblemError[] = [],
): ProblemDocument {
  const { status, title } = PROBLEMS[code];
  const document = { type: `/docs/api#${code}`, title, status, detail, code };
  return errors.length === 0 ? document : { ...document, errors };
}
