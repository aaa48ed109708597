import { isFailure } from "./answer.ts";
import type { Resolver } from "./resolver.ts";

export const RESOLVER_PROBLEMS = ["dead", "no-root", "nxdomain-rewriting", "unsteady"] as const;
export type ResolverProblem = (typeof RESOLVER_PROBLEMS)[number];

export interface CanaryReport {
  /** Only a healthy resolver's absences may be believed. */
  readonly healthy: boolean;
  /**
   * "dead": nothing answers. "no-root": answers, but denies that the root exists. "nxdomain-rewriting": makes up
   * records or existence for a name that cannot exist. "unsteady": answers one question and fails the other.
   */
  readonly problem: ResolverProblem | null;
  /** Whether the resolver claims to validate DNSSEC (AD on the signed root); null when that is not known. */
  readonly validating: boolean | null;
  readonly lookups: readonly string[];
}

/**
 * Asks two questions whose answers are known: the name servers of the root exist, a random name under .invalid
 * (RFC 6761 6.4) does not. Never rejects.
 */
export async function checkCanaries(resolver: Resolver, randomLabel: string): Promise<CanaryReport> {
  const [root, nobody] = await Promise.all([
    resolver.lookup(".", "NS"),
    resolver.lookup(`${randomLabel}.invalid`, "A"),
  ]);
  const problem = problemOf(root, nobody);
  const lookups = [root.id, nobody.id];
  return {
    healthy: problem === null,
    problem,
    validating: root.status === "records" ? root.ad : null,
    lookups,
  };
}

function problemOf(
  root: Awaited<ReturnType<Resolver["lookup"]>>,
  nobody: Awaited<ReturnType<Resolver["lookup"]>>,
): ResolverProblem | null {
  if (isFailure(root) && isFailure(nobody)) return "dead";
  if (nobody.status === "records" || nobody.status === "nodata") return "nxdomain-rewriting";
  if (isFailure(root) || isFailure(nobody)) return "unsteady";
  return root.status === "records" ? null : "no-root";
}
