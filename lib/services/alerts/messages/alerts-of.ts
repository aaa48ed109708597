import { alertsOfMessage, failingAlertsOfMessage, type StoredAlert } from "#lib/db/alerts.ts";
import type { Db } from "#lib/db/handle.ts";
import { AlertContent, type ChangedContent, type UnverifiableContent } from "../alert-content.ts";

export type Told<Content> = StoredAlert & { readonly content: Content };

/** The changes that a message tells of, the oldest first. */
export const changesTold = async (db: Db, messageId: string): Promise<readonly Told<ChangedContent>[]> =>
  (await alertsOfMessage(db, messageId))
    .map(told)
    .flatMap(({ content, ...alert }) => (content.kind === "changed" ? [{ ...alert, content }] : []));

/** The domains that a message tells of because they cannot be checked, and still cannot; the oldest first. */
export const unverifiableTold = async (
  db: Db,
  messageId: string,
): Promise<readonly Told<UnverifiableContent>[]> =>
  (await failingAlertsOfMessage(db, messageId))
    .map(told)
    .flatMap(({ content, ...alert }) => (content.kind === "unverifiable" ? [{ ...alert, content }] : []));

const told = (alert: StoredAlert): Told<AlertContent> => ({
  ...alert,
  content: AlertContent.parse(alert.content),
});
