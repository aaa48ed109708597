/** What the error page of a browser knows an outage by. */
export const DATABASE_UNAVAILABLE = "database-unavailable";

/** The database could not be reached, or the connection broke: nothing is known about what was asked. */
export class DatabaseUnavailable extends Error {
  /** The one thing that Next lets through to the error page of a browser. */
  readonly digest = DATABASE_UNAVAILABLE;

  constructor(cause: unknown) {
    super("The database cannot be reached.", { cause });
    this.name = "DatabaseUnavailable";
  }

  /** The web bundles load this module several times over: the name tells, not the identity of the class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "DatabaseUnavailable";
  }
}

/** Prisma: unreachable, timed out, closed by the server, no connection free in time. */
const PRISMA_CODES: ReadonlySet<string> = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);
/** The same told by the driver adapter, for raw statements. */
const DRIVER_KINDS: ReadonlySet<string> = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TlsConnectionError",
]);
const NODE_CODES: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
]);
/** PostgreSQL classes 08 (connection), 53 (resources) and 57P (operator intervention: shutting down). */
const SQLSTATES = /^(08...|53...|57P..)$/;
const BROKEN =
  /Connection terminated|Server has closed the connection|Query read timeout|timeout exceeded when trying to connect|Unable to start a transaction in the given time/;

/** Whether an error of Prisma or pg tells of the connection and not of the query. Looks through causes. */
export function isConnectionFailure(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, kind, message, cause, meta, errors } = error as Record<string, unknown>;
  if (isConnectionCode(code) || (typeof kind === "string" && DRIVER_KINDS.has(kind))) return true;
  if (typeof message === "string" && BROKEN.test(message)) return true;
  const inner = [cause, meta, driverErrorOf(meta), ...(Array.isArray(errors) ? errors : [])];
  return inner.some(one => isConnectionFailure(one, depth + 1));
}

const isConnectionCode = (code: unknown): boolean =>
  typeof code === "string" && (PRISMA_CODES.has(code) || NODE_CODES.has(code) || SQLSTATES.test(code));

const driverErrorOf = (meta: unknown): unknown =>
  typeof meta === "object" && meta !== null && "driverAdapterError" in meta ? meta.driverAdapterError : null;
