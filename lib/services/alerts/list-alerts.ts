import { type AlertWithDeliveries, recentAlerts } from "#lib/db/alerts.ts";
import { accountOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { AlertContent } from "./alert-content.ts";

/** An alert and how it went to each channel. */
export type ListedAlert = Omit<AlertWithDeliveries, "content"> & { readonly content: AlertContent };

const MOST = 50;

/** The newest alerts of the account that asks. Refuses with `unauthenticated`. */
export async function listAlerts({ ctx }: { ctx: ServiceContext }): Promise<readonly ListedAlert[]> {
  const ownerId = accountOf(ctx.actor).userId;
  const alerts = await recentAlerts(ctx.database.db, { ownerId, limit: MOST });
  return alerts.map(alert => ({ ...alert, content: AlertContent.parse(alert.content) }));
}
