import { logReading } from "../logs/log-reading.ts";
import type { BounceEvent } from "../vocabulary.ts";
import type { TableFormat } from "./table-format.ts";

/** Exchange message tracking logs, and Microsoft 365 message traces. */
export const exchangeTracking: TableFormat = {
  name: "exchange-tracking",
  recognises: columns =>
    columns.includes("recipient-status") ||
    columns.includes("recipient_status") ||
    (columns.includes("event-id") && columns.includes("recipient-address")),
  open: () => row => {
    const event =
      EVENTS.get((row.get("event-id") ?? "").toUpperCase()) ??
      eventOfTrace(row.get("recipient_status", "status"));
    if (event === null) return "quiet";
    const status = row.get("recipient-status") ?? row.get("recipient_status", "detail", "custom_data") ?? "";
    return logReading(
      {
        format: "exchange-tracking",
        event,
        recipient: firstOf(row.get("recipient-address", "recipient_address") ?? status),
        // A trace may say no more than "Fail".
        reason:
          [status, row.get("source-context") ?? ""].find(text => /[45]\.\d{1,3}\.\d|[45]\d\d /.test(text)) ??
          null,
        reportingMta: row.get("server-hostname", "client-hostname"),
        message: {
          from: row.get("sender-address", "sender_address", "sender"),
          mailFrom: row.get("return-path", "sender-address", "sender_address"),
          messageId: row.get("message-id", "message_id"),
          subject: row.get("message-subject", "message_subject", "subject"),
          date: row.get("date-time", "origin_timestamp_utc"),
        },
      },
      row.line,
    );
  },
};

/** DSN and the steps inside the organisation repeat what FAIL and DEFER tell. */
const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["FAIL", "failed"],
  ["BADMAIL", "failed"],
  ["DEFER", "delayed"],
  ["DELIVER", "delivered"],
  ["SENDEXTERNAL", "delivered"],
  ["SEND", "delivered"],
]);

/** "user@example.com##Fail, None" in extended traces, "Failed" in plain ones. */
function eventOfTrace(status: string | null): BounceEvent | null {
  if (status === null) return null;
  if (/\bfail(?:ed)?\b/i.test(status)) return "failed";
  if (/\b(?:pending|deferred)\b/i.test(status)) return "delayed";
  return /\b(?:deliver(?:ed)?|send|receive, deliver)\b/i.test(status) ? "delivered" : null;
}

const firstOf = (addresses: string): string | null => addresses.split(/;|##/)[0]?.trim() || null;
