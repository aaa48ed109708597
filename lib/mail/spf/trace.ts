import type { Match } from "./match-directive.ts";
import type { TraceEntry } from "./outcome.ts";
import type { Term } from "./record.ts";
import type { Session } from "./session.ts";

/**
 * Opens the trace entry of a term, before those of the terms inside it; `close` says how it ended.
 */
export function traceTerm(
  term: Term,
  { domain, depth, session }: { readonly domain: string; readonly depth: number; readonly session: Session },
) {
  const started = session.clock.monotonic();
  const open = { domain, depth, term: term.text, start: term.start, target: null, void: false } as const;
  const index = session.trace.push({ ...open, outcome: "no-match", lookups: 0, ms: 0 }) - 1;
  return {
    close(outcome: Match | "followed", target: string | null): void {
      session.trace[index] = {
        ...open,
        target,
        outcome: outcomeOf(outcome),
        void: outcome === "void",
        lookups: session.spent().lookups,
        ms: session.clock.monotonic() - started,
      };
    },
  };
}

function outcomeOf(outcome: Match | "followed"): TraceEntry["outcome"] {
  if (typeof outcome === "object") return outcome.result;
  return outcome === "void" ? "no-match" : outcome;
}
