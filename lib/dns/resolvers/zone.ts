import type { LookupFailure, RecordType } from "../answer.ts";

/** Something that goes wrong with the lookups of one name. */
export interface Fault {
  /** Owner name, lower-case; "*.example.com" for everything below, "*" for every name. */
  readonly name: string;
  /** One type, or every type when left out. */
  readonly type?: RecordType;
  readonly failure: LookupFailure;
}
