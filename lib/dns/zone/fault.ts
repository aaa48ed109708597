import type { ExtendedError, LookupFailure, RecordType } from "../answer.ts";
import type { LookupOptions } from "../resolver.ts";

/** Something that goes wrong with the lookups of one name in a zone resolver. */
export interface Fault {
  /** Owner name, lower-case; "*.example.com" for everything below, "*" for every name. */
  readonly name: string;
  /** One type, or every type when left out. */
  readonly type?: RecordType;
  /** "lame": an answer without authority and without records. "late": the usual answer, after `delayMs`. */
  readonly failure: LookupFailure | "lame" | "late";
  /** Only questions put to this address with `authority`; every question when left out. */
  readonly authority?: string;
  /** A zone that does not validate: SERVFAIL with extended error 6, but an answer when CD is set. */
  readonly unlessCheckingDisabled?: boolean;
  readonly extendedError?: ExtendedError;
  readonly delayMs?: number;
}

/** The first fault that names this question. */
export const faultAt = (
  faults: readonly Fault[],
  name: string,
  type: RecordType,
  options: LookupOptions,
): Fault | null =>
  faults.find(
    fault =>
      namesOwner(fault.name, name) &&
      (fault.type === undefined || fault.type === type) &&
      (fault.authority === undefined || fault.authority === options.authority) &&
      !(fault.unlessCheckingDisabled === true && options.checkingDisabled === true),
  ) ?? null;

/** Whether a pattern ("example.com", "*.example.com", "*") speaks of the name. */
export function namesOwner(pattern: string, name: string): boolean {
  if (pattern === "*") return true;
  return pattern.startsWith("*.") ? name.endsWith(pattern.slice(1)) : name === pattern;
}

/** The extended errors (RFC 8914) that a server would send along with the fault. */
export function extendedErrorsOf(fault: Fault | null): readonly ExtendedError[] {
  if (fault?.extendedError !== undefined) return [fault.extendedError];
  return fault?.unlessCheckingDisabled === true ? [{ code: 6, text: "DNSSEC Bogus" }] : [];
}
