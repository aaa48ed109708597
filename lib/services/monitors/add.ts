import { findMonitor, type Monitor } from "#lib/db/monitors.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ServiceError } from "../service-error.ts";
import { monitorOwner, noSuchMonitor } from "./owner.ts";
import { AddMonitorInput } from "./schemas.ts";
import { TOO_MANY, watchDomains } from "./watch-domains.ts";

/**
 * Watches one domain from now on. Refuses with `unauthenticated`, `forbidden`, `invalid` (field `domain`),
 * `conflict` where the account watches it already or watches too many, or `limited`.
 */
export async function addMonitor({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: AddMonitorInput;
}): Promise<Monitor> {
  const ownerId = monitorOwner(ctx, "monitors:write");
  const { domain, intervalSeconds } = readInput(AddMonitorInput, input);
  return ctx.database.transaction(async db => {
    const [outcome] = await watchDomains(ctx, db, { ownerId, domains: [domain], intervalSeconds });
    if (outcome?.outcome === "too-many") throw new ServiceError("conflict", TOO_MANY);
    if (outcome?.outcome !== "added") {
      throw new ServiceError("conflict", `This account watches ${domain.domain} already.`);
    }
    const monitor = await findMonitor(db, { id: outcome.id, ownerId });
    if (monitor === null) throw noSuchMonitor();
    return monitor;
  });
}
