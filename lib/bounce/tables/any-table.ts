import { logReading } from "../logs/log-reading.ts";
import { firstAddress } from "../words/addresses.ts";
import type { Row, TableFormat } from "./table-format.ts";

const RECIPIENT = [
  "recipient",
  "rcpt",
  "rcpt_to",
  "to",
  "email",
  "email address",
  "address",
  "recipient address",
  "recipient_email",
  "emailaddress",
  "destination",
];
const REASON = [
  "reason",
  "diagnostic",
  "diagnostic-code",
  "diagnosticcode",
  "diagnostic code",
  "response",
  "smtp response",
  "smtp_response",
  "bounce reason",
  "bounce_reason",
  "error",
  "error message",
  "error_message",
  "message",
  "description",
  "details",
  "detail",
  "reply",
  "raw_reason",
  "smtp reply",
  "bounce message",
  "bounce_message",
  "log",
  "text",
];
const STATUS = ["status", "enhanced status", "enhanced_status", "dsn", "dsn status", "status code"];
const CODE = [
  "code",
  "smtp code",
  "smtp_code",
  "error code",
  "error_code",
  "bounce code",
  "reply code",
  "replycode",
];
const FROM = ["from", "sender", "mail from", "mail_from", "envelope sender"];

/** A table from a sending service or a spreadsheet: the columns are known by their usual names. */
export const anyTable: TableFormat = {
  name: "table",
  recognises: columns =>
    has(columns, REASON) || (has(columns, RECIPIENT) && (has(columns, STATUS) || has(columns, CODE))),
  open: () => row => {
    const reason = row.get(...REASON);
    const code = [row.get(...CODE), row.get(...STATUS)]
      .filter(text => text !== null && /^\W*[45][\d.]{2,9}\W*$/.test(text))
      .join(" ");
    const words = [reason !== null && reason.startsWith(code) ? "" : code, reason ?? ""]
      .filter(text => text !== "")
      .join(" ");
    if (words === "") return "quiet";
    return logReading(
      {
        format: "table",
        event: "failed",
        recipient: recipientOf(row),
        reason: words,
        message: { mailFrom: row.get(...FROM) },
      },
      row.line,
    );
  },
};

const has = (columns: readonly string[], names: readonly string[]): boolean =>
  names.some(name => columns.includes(name));

const recipientOf = (row: Row): string | null => {
  const named = row.get(...RECIPIENT);
  return (named === null ? null : firstAddress(named)) ?? firstAddress(row.line);
};
