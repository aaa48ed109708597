import type { QuotedMessage } from "../failure.ts";
import type { BounceEvent } from "../vocabulary.ts";
import { firstAddress } from "../words/addresses.ts";
import type { LogFormat } from "./log-reader.ts";
import { logReading } from "./log-reading.ts";
import { Remembered } from "./remembered.ts";

/** Exim's mainlog: "** user@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error ...". */
export const eximLog: LogFormat = {
  name: "exim-log",
  recognises: line => DELIVERY.test(line) || ARRIVAL.test(line) || REJECTED.test(line) || NOISE.test(line),
  open: () => {
    const known = new Remembered<Partial<QuotedMessage>>();
    return {
      read: line => {
        const arrival = ARRIVAL.exec(line);
        if (arrival !== null) {
          const [, id = "", from = "", rest = ""] = arrival;
          const messageId = /\bid=(\S{1,900})/.exec(rest)?.[1];
          known.set(id, {
            mailFrom: from === "<>" ? null : from,
            messageId: messageId === undefined ? null : `<${messageId}>`,
          });
          return "quiet";
        }
        const delivery = DELIVERY.exec(line);
        if (delivery !== null) return deliveryReading(line, delivery, known);
        const rejected = REJECTED.exec(line);
        if (rejected !== null) return rejectedReading(line, rejected);
        return NOISE.test(line) ? "quiet" : null;
      },
    };
  },
};

const ID = "[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}";
const DELIVERY = new RegExp(`\\b(${ID}) (\\*\\*|==|=>|->|\\*>|>>) (\\S{1,320})([^\\n]{0,4000})`);
const ARRIVAL = new RegExp(`\\b(${ID}) <= (\\S{1,320})([^\\n]{0,2000})`);
const REJECTED =
  /\bH=([^[\]]{0,255}?)\s?\[([\da-f.:]{2,45})\][^\n]{0,200}?\bF=<([^<>]{0,320})>[^\n]{0,80}? (?:temporarily )?rejected (RCPT|MAIL|after DATA|DATA) ?(?:<([^<>]{0,320})>)?: ([^\n]{1,1000})/;
const NOISE = new RegExp(
  `^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d (?:\\[\\d{1,8}\\] )?(?:${ID} |Start queue run|End queue run|exim |SMTP connection|no host name found|H=)`,
);

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["**", "failed"],
  ["==", "delayed"],
  ["=>", "delivered"],
  ["->", "delivered"],
]);

function deliveryReading(line: string, match: RegExpExecArray, known: Remembered<Partial<QuotedMessage>>) {
  const [, id = "", flag = "", address = "", rest = ""] = match;
  const peer = /\bH=([^\s[\]]{1,255})\s?\[([\da-f.:]{2,45})\]/i.exec(rest);
  const original = /^\s<([^<>\s]{1,320})>/.exec(rest)?.[1] ?? null;
  return logReading(
    {
      format: "exim-log",
      event: EVENTS.get(flag) ?? "not_a_bounce",
      recipient: firstAddress(address) ?? address.replace(/:$/, ""),
      originalRecipient: original,
      reason: rest.replace(FIELDS, "").replace(/^\s*:?\s*/, ""),
      remoteMta: peer?.[1] ?? null,
      remoteIp: peer?.[2] ?? null,
      message: known.get(id) ?? {},
    },
    line,
  );
}

/** The fields before the reason: F=<> R=router T=transport H=host [ip] X=tls CV=no DN="..." defer (-53). */
const FIELDS =
  /^(?:\s(?:<[^<>\s]{0,320}>|[A-Z]{1,3}=(?:<[^<>]{0,320}>|"[^"]{0,300}"|[^\s:]{1,300})(?::(?=\d))?\d{0,5}|\[[\da-f.:]{2,45}\](?::\d{1,5})?|\([^()]{1,320}\)|defer \(-?\d{1,5}\))){1,30}/i;

function rejectedReading(line: string, match: RegExpExecArray) {
  const [, host = "", ip = "", from = "", verb = "", to, reason = ""] = match;
  return logReading(
    {
      format: "exim-log",
      event: line.includes("temporarily rejected") ? "delayed" : "failed",
      recipient: to ?? null,
      reason,
      stage: verb === "RCPT" ? "RCPT" : verb === "MAIL" ? "MAIL" : "DATA",
      message: {
        mailFrom: from === "" ? null : from,
        sendingIp: ip,
        helo: /\(([^()\s]{1,255})\)/.exec(host)?.[1] ?? null,
      },
    },
    line,
  );
}
