import type { Answer } from "../answer.ts";
import { checkCanaries, type CanaryReport } from "../canary.ts";
import type { Resolver } from "../resolver.ts";
import { coalescingResolver } from "./coalescing.ts";
import { pacedResolver, type PacedResolverOptions } from "./paced.ts";
import { recordingResolver } from "./recording.ts";

/** The DNS side of one scan. */
export interface Session {
  readonly resolver: Resolver;
  answers(): readonly Answer[];
  /** Asks the canaries, once. */
  health(): Promise<CanaryReport>;
}

/** One resolver for one scan: asks nothing twice, keeps to the budget and to the pace, records all answers. */
export function dnsSession(
  base: Resolver,
  options: PacedResolverOptions & { readonly randomLabel: () => string },
): Session {
  const { resolver, answers } = recordingResolver(coalescingResolver(pacedResolver(base, options)));
  let health: Promise<CanaryReport> | null = null;
  return {
    resolver,
    answers,
    health: () => (health ??= checkCanaries(resolver, options.randomLabel())),
  };
}
