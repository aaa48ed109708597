import type { ListedAlert } from "#lib/services/alerts/list-alerts.ts";
import { utcMinute } from "../utc-words.ts";

/** An alert as its account sees it. */
export interface AlertRow {
  readonly id: string;
  readonly domain: string;
  readonly href: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: "changed" | "unverifiable";
  readonly lines: readonly { readonly text: string; readonly direction: "worse" | "better" | "other" }[];
  readonly deliveries: readonly DeliveryRow[];
}

export interface DeliveryRow {
  readonly to: string;
  readonly fate: "sent" | "waiting" | "lost";
  readonly words: string;
}

/** The rows of the list of alerts, the newest first. */
export const alertRows = (alerts: readonly ListedAlert[]): readonly AlertRow[] =>
  alerts.map(({ id, domain, monitorId, raisedAt, content, deliveries }) => ({
    id,
    domain,
    href: monitorId === null ? null : `/account/watched/${monitorId}`,
    at: raisedAt.toISOString(),
    kind: content.kind,
    lines:
      content.kind === "changed"
        ? content.changes.map(({ sentence, direction }) => ({ text: sentence, direction }))
        : [
            {
              text: `No check came to a result since ${utcMinute(content.since.toISOString())}`,
              direction: "other",
            },
          ],
    deliveries: deliveries.map(deliveryRow),
  }));

type Delivery = ListedAlert["deliveries"][number];

function deliveryRow({ channel, message }: Delivery): DeliveryRow {
  const to = channel.kind === "webhook" ? new URL(channel.target).host : channel.target;
  if (message === null) return { to, fate: "sent", words: "sent; the details are tidied away" };
  const { sentAt, givenUpAt, nextAttemptAt, attempts, lastError } = message;
  const why = lastError === null ? "" : ` ${lastError}`;
  if (sentAt !== null) {
    return { to, fate: "sent", words: `sent on ${utcMinute(sentAt.toISOString())}${together(message.kind)}` };
  }
  if (givenUpAt !== null) return { to, fate: "lost", words: `not delivered.${why}` };
  const next = utcMinute(nextAttemptAt.toISOString());
  if (attempts > 0) return { to, fate: "waiting", words: `next attempt on ${next}.${why}` };
  return { to, fate: "waiting", words: `leaves on ${next}${together(message.kind)}` };
}

const together = (kind: string): string =>
  kind === "alert-digest" || kind === "alert-unverifiable" ? ", with others" : "";
