import type { MonitorName } from "#lib/db/monitors.ts";
import type { ApiScope } from "#lib/values/api-scope.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { isServiceId } from "../schemas.ts";
import { notFound, type ServiceError, unauthenticated } from "../service-error.ts";

/**
 * The account whose watched domains these are, asked for by a person or by a key with that scope. Refuses with
 * `unauthenticated` or `forbidden`.
 */
export function monitorOwner({ actor }: ServiceContext, scope: ApiScope): string {
  const { ownerId } = requesterOf(actor);
  if (ownerId === null) throw unauthenticated();
  requireScope(actor, scope);
  return ownerId;
}

/** One watched domain of whoever asks; that of somebody else is not there. Refuses as above, or `not-found`. */
export function monitorNamed(ctx: ServiceContext, id: string, scope: ApiScope): MonitorName {
  const ownerId = monitorOwner(ctx, scope);
  if (!isServiceId(id)) throw noSuchMonitor();
  return { id, ownerId };
}

export const noSuchMonitor = (): ServiceError => notFound("watched domain");
