import type { Db } from "#lib/db/handle.ts";
import type { House } from "../context.ts";
import type { Alert } from "./alert.ts";

export type { Alert, AlertedChange, AlertedMonitor } from "./alert.ts";

/**
 * Tells an account about a domain that it watches, in the transaction that confirms it: the messages leave when
 * that commits and only then. Raising the same occasion again does nothing.
 */
export async function raiseAlert(
  _house: Pick<House, "queue" | "clock" | "newToken">,
  _db: Db,
  _alert: Alert,
): Promise<void> {}
