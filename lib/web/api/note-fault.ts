/**
 * Writes a fault to the log, as one line of JSON. Only what cannot hold anybody's secret is told: which operation,
 * the kind of error and the places in the code; never its message, which may quote what was sent.
 */
export function noteFault(
  error: unknown,
  about: { readonly operation: string; readonly requestId: string },
): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const at = stack.split("\n").filter(line => line.startsWith("    at "));
  const line = { level: "error", ...about, kind, at: at.slice(0, 12).map(place => place.trim()) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
