import type { ServiceContext } from "#lib/services/context.ts";

/** One call of an operation, read and checked against its definition. */
export interface Call<Query, Body> {
  readonly ctx: ServiceContext;
  /** The id in the path; empty where there is none. */
  readonly id: string;
  readonly query: Query;
  readonly body: Body;
  /** What came in place of the body, where the operation takes files. */
  readonly file: UploadedFile | null;
  /** Where people reach the pages, without a final slash. */
  readonly site: string;
  /** Seconds that the caller would rather wait than ask again. */
  readonly wait: number;
  readonly signal: AbortSignal;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the octets. */
  readonly digest: string;
}
