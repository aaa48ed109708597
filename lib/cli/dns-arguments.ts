import type { DnsOptions } from "./io.ts";

/** The DNS options every command shares, for `parseArgs` of node:util. */
export const DNS_ARGUMENTS = {
  dns: { type: "string" },
  doh: { type: "string" },
  timeout: { type: "string" },
} as const;

const DEFAULT_TIMEOUT_MS = 1500;

/** A wrong command line: the message says what to do. */
export class UsageError extends Error {}

/** Reads `--dns HOST[:PORT][,...]`, `--doh URL` and `--timeout MS`. Throws UsageError. */
export function readDnsOptions(values: {
  readonly dns?: string | undefined;
  readonly doh?: string | undefined;
  readonly timeout?: string | undefined;
}): DnsOptions {
  const servers = (values.dns ?? "").split(",").flatMap(part => part.trim() || []);
  const doh = values.doh ?? null;
  if (doh !== null && !URL.canParse(doh)) throw new UsageError(`--doh needs a URL, not "${doh}"`);
  return { servers, doh, timeoutMs: readPositive("--timeout", values.timeout, DEFAULT_TIMEOUT_MS) };
}

/** A positive whole number given as an option, or its default. Throws UsageError. */
export function readPositive(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new UsageError(`${option} needs a whole number above 0, not "${text}"`);
  return value;
}
