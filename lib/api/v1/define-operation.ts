import type { z } from "zod";
import type { ApiScope } from "#lib/values/api-scope.ts";
import type { ProblemCode } from "./problems.ts";

/** Who may call an operation. */
export type Access =
  /** Everybody, without being asked who they are. */
  | "public"
  /** A key; without one too, where the operator lets strangers in. */
  | "anyone"
  /** A key only. */
  | "key";

export interface Answer {
  readonly status: number;
  readonly description: string;
  /** What the body holds; null for an answer without one. */
  readonly schema: z.ZodType | null;
  /** Where it is not application/json; then the schema is that of one line. */
  readonly mediaType?: string;
  readonly headers?: readonly AnswerHeader[];
}

export type AnswerHeader = "Location" | "Retry-After" | "Preference-Applied" | "Idempotency-Replayed";

export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType | null = z.ZodType | null,
> {
  /** Names it in generated clients; never renamed. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Under /api/v1, with its parameters in braces. */
  readonly path: string;
  readonly tag: "Scans" | "Bulk scans" | "Bounces" | "Share links" | "Watched domains" | "About";
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** What a key needs; null: any key will do. */
  readonly scope: ApiScope | null;
  /** What the parameters in the path are. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Takes a file in place of the body: multipart/form-data with the one field `file`. */
  readonly upload?: Upload<z.output<NonNullable<Body>>>;
  /** Takes an Idempotency-Key. */
  readonly idempotent?: boolean;
  /** Understands `Prefer: wait=N`. */
  readonly waits?: boolean;
  readonly answers: readonly Answer[];
  /** What can go wrong beyond what follows from the rest of the definition. */
  readonly problems?: readonly ProblemCode[];
  /** A call for the documentation: the query string and the body. */
  readonly example?: { readonly query?: string; readonly body?: z.input<NonNullable<Body>> };
}

export interface Upload<Body> {
  readonly mostBytes: number;
  readonly description: string;
  /** What the body is taken for where a file came. */
  readonly body: Body;
}

/** One operation of the public API. Door, document and documentation page all follow from it. */
export const defineOperation = <Query extends z.ZodType, Body extends z.ZodType | null>(
  operation: Operation<Query, Body>,
): Operation<Query, Body> => operation;

/** Everything that a call of the operation can be refused with. */
export function problemsOf({
  access,
  scope,
  body,
  idempotent,
  problems = [],
}: Operation): readonly ProblemCode[] {
  return [
    "bad-parameter",
    "key-in-address",
    ...(access === "public" ? [] : (["key-missing", "key-invalid", "rate-limited", "unavailable"] as const)),
    ...(scope === null ? [] : (["forbidden"] as const)),
    ...(body === null
      ? []
      : (["bad-json", "cross-site", "body-too-large", "media-type-unsupported", "invalid-input"] as const)),
    ...(idempotent === true ? (["idempotency-key-reused"] as const) : []),
    ...problems,
    "internal-error",
  ];
}
