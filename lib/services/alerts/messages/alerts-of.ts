import { alertsOfMessage, type StoredAlert } from "#lib/db/alerts.ts";
import type { Db } from "#lib/db/handle.ts";
import { AlertContent, type ChangedContent, type UnverifiableContent } from "../alert-content.ts";

export type Told<Content> = StoredAlert & { readonly content: Content };

/** The changes that a message tells of, the oldest first. */
export const changesTold = async (db: Db, messageId: string): Promise<readonly Told<ChangedContent>[]> =>
  (await told(db, messageId)).flatMap(({ content, ...alert }) =>
    content.kind === "changed" ? [{ ...alert, content }] : [],
  );

/** The domains that could not be checked which a message tells of, the oldest first. */
export const unverifiableTold = async (
  db: Db,
  messageId: string,
): Promise<readonly Told<UnverifiableContent>[]> =>
  (await told(db, messageId)).flatMap(({ content, ...alert }) =>
    content.kind === "unverifiable" ? [{ ...alert, content }] : [],
  );

const told = async (db: Db, messageId: string): Promise<readonly Told<AlertContent>[]> =>
  (await alertsOfMessage(db, messageId)).map(alert => ({
    ...alert,
    content: AlertContent.parse(alert.content),
  }));
