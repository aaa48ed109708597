import { DATABASE_UNAVAILABLE, DatabaseUnavailable } from "#lib/db/unavailable.ts";
import type { ApiScope } from "#lib/values/api-scope.ts";

/** What a verb may refuse with. Every door maps these codes once; nothing else is meant for people. */
export type ServiceErrorCode =
  | "not-found"
  | "unauthenticated"
  | "forbidden"
  | "conflict"
  | "key-reused"
  | "invalid"
  | "limited"
  | "unavailable"
  | "cross-site";

/**
 * A refusal with a text that the person who asked may read. `cause` carries what only the log may know;
 * `field` names the input that was wrong, `retryAfter` the seconds to wait, `scope` what a key would need.
 */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  readonly field: string | null;
  readonly retryAfter: number | null;
  readonly scope: ApiScope | null;

  constructor(
    code: ServiceErrorCode,
    publicText: string,
    more: {
      readonly cause?: unknown;
      readonly field?: string;
      readonly retryAfter?: number;
      readonly scope?: ApiScope;
    } = {},
  ) {
    super(publicText, more.cause === undefined ? {} : { cause: more.cause });
    this.name = "ServiceError";
    this.code = code;
    this.field = more.field ?? null;
    this.retryAfter = more.retryAfter ?? null;
    this.scope = more.scope ?? null;
  }
}

export const notFound = (what: string): ServiceError =>
  new ServiceError("not-found", `There is no such ${what}.`);

export const unauthenticated = (): ServiceError =>
  new ServiceError("unauthenticated", "Sign in first; nothing was done.");

export const forbidden = (text: string): ServiceError => new ServiceError("forbidden", text);

/** The refusal in an exception: itself, or `unavailable` for a database that is gone. Null for a bug. */
export function toServiceError(error: unknown): ServiceError | null {
  if (error instanceof ServiceError) return error;
  if (!(error instanceof DatabaseUnavailable)) return null;
  const text = "The database cannot be reached at the moment. Nothing was stored; try again in a minute.";
  return new ServiceError("unavailable", text, { cause: error, retryAfter: 60 });
}

/** Whether what an error page knows of its error (the digest) is that the database was gone. */
export const isOutageMark = (digest: string | undefined): boolean => digest === DATABASE_UNAVAILABLE;
