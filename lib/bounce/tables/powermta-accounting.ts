import { hostAndIp, logReading } from "../logs/log-reading.ts";
import type { BounceEvent } from "../vocabulary.ts";
import type { Row, TableFormat } from "./table-format.ts";

/** PowerMTA accounting files. Without a header line their default columns are assumed. */
export const powerMtaAccounting: TableFormat = {
  name: "powermta-accounting",
  recognises: columns =>
    columns.includes("dsndiag") || columns.includes("dsnstatus") || columns.includes("bouncecat"),
  open: () => readRow,
};

/** The default record fields for bounces, for files that were cut off their header. */
export const POWERMTA_COLUMNS =
  "type,timelogged,timequeued,orig,rcpt,orcpt,dsnaction,dsnstatus,dsndiag,dsnmta,bouncecat,srctype,srcmta,dlvtype,dlvsourceip,dlvdestinationip,dlvesmtpavailable,dlvsize,vmta,jobid,envid,queue,vmtapool".split(
    ",",
  );

export const looksLikePowerMtaRow = (line: string): boolean =>
  /^(?:b|rb|t|tq|d|f),"?\d{4}-\d\d-\d\d/.test(line);

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["b", "failed"],
  ["rb", "failed"],
  ["t", "delayed"],
  ["tq", "delayed"],
  ["d", "delivered"],
  ["f", "complaint"],
]);

const ACTIONS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["failed", "failed"],
  ["delayed", "delayed"],
  ["delivered", "delivered"],
  ["relayed", "relayed"],
]);

const readRow = (row: Row) => {
  const event = EVENTS.get(row.get("type") ?? "") ?? ACTIONS.get(row.get("dsnaction") ?? "") ?? null;
  if (event === null) return "quiet";
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(row.get("dsnstatus") ?? "")?.[0] ?? null;
  const peer = hostAndIp(row.get("dsnmta") ?? "");
  const sourceIp = row.get("dlvsourceip");
  return logReading(
    {
      format: "powermta-accounting",
      event,
      recipient: row.get("rcpt"),
      originalRecipient: row.get("orcpt")?.replace(/^rfc822;/i, "") ?? null,
      reason:
        row.get("dsndiag")?.replace(/^\s*(?:smtp|x-[\w-]{1,20})\s{0,2};\s*/i, "") ?? row.get("dsnstatus"),
      status,
      reportingMta: row.get("srcmta")?.replace(/ \([^\n]{0,300}$/, "") ?? null,
      remoteMta: peer.host,
      remoteIp: peer.ip ?? row.get("dlvdestinationip"),
      message: { mailFrom: row.get("orig"), sendingIp: sourceIp },
    },
    row.line,
  );
};
