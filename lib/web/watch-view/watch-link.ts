import type { ServiceContext } from "#lib/services/context.ts";
import { findWatch } from "#lib/services/monitors/get.ts";

/** Where whoever reads a report watches its domain, or can begin to; null for whoever has no account. */
export async function watchLink(
  ctx: ServiceContext,
  domain: string,
): Promise<{ readonly href: string; readonly isWatched: boolean } | null> {
  if (ctx.actor.kind !== "account") return null;
  const watch = await findWatch({ ctx, input: { domain } });
  return watch === null
    ? { href: `/account/watched?domain=${encodeURIComponent(domain)}#add`, isWatched: false }
    : { href: `/account/watched/${watch.id}`, isWatched: true };
}
