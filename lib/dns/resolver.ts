import type { Answer, RecordType } from "./answer.ts";

export interface LookupOptions {
  /** Ask this address directly, without recursion, instead of the configured resolvers. */
  readonly authority?: string;
  /** Set CD: the resolver must answer even when DNSSEC validation fails (RFC 4035 3.2.2). */
  readonly checkingDisabled?: boolean;
  /** What the question is for; budgets are kept per purpose. */
  readonly purpose?: "general" | "selector" | "blocklist";
}

/**
 * The only door to DNS, always handed in as an argument. A lookup never throws and never rejects: every
 * failure is an `Answer`.
 */
export interface Resolver {
  lookup<Type extends RecordType>(name: string, type: Type, options?: LookupOptions): Promise<Answer<Type>>;
}

/** The stable id of a question, equal for equal questions. */
export function lookupId(name: string, type: RecordType, options: LookupOptions = {}): string {
  const flags = options.checkingDisabled ? " +cd" : "";
  const server = options.authority === undefined ? "" : ` @${options.authority}`;
  return `${type} ${name}${flags}${server}`;
}
