import type { QuotedMessage } from "../failure.ts";
import type { BounceEvent } from "../vocabulary.ts";
import type { LogFormat } from "./log-reader.ts";
import { hostAndIp, logReading } from "./log-reading.ts";
import { Remembered } from "./remembered.ts";

/** sendmail by syslog: "to=<>, ctladdr=, delay=, mailer=, relay=, dsn=5.1.1, [reply=,] stat=User unknown". */
export const sendmailLog: LogFormat = {
  name: "sendmail-log",
  recognises: line => OUTCOME.test(line) || DAEMON.test(line),
  open: () => {
    const known = new Remembered<Partial<QuotedMessage>>();
    return {
      read: line => {
        const outcome = OUTCOME.exec(line);
        if (outcome !== null) return outcomeReading(line, outcome, known.get(outcome[1] ?? "") ?? {});
        const sender = SENDER.exec(line);
        if (sender?.[1] !== undefined)
          known.set(sender[1], { mailFrom: sender[2] ?? null, messageId: sender[3] ?? null });
        return DAEMON.test(line) ? "quiet" : null;
      },
    };
  },
};

const DAEMON = /\b(?:sendmail|sm-mta|sm-msp-queue)\[\d{1,10}\]:/;
const OUTCOME =
  /(?:\b(\w{8,20}): )?\bto=(<?[^,\s]{1,320}>?(?:,<[^,\s]{1,320}>){0,100}), (?:[^\n]{0,300}?\brelay=([^,]{1,320}), )?(?:[^\n]{0,200}?\bdsn=([245]\.\d{1,3}\.\d{1,3}), )?(?:reply=([^\n]{1,600}?), )?stat=([^\n]{1,1500})/;
const SENDER = /\b(\w{8,20}): from=<?([^,<>\s]{1,320})>?,[^\n]{0,300}?(?:\bmsgid=(<[^<>\s]{1,900}>))?/;

function outcomeReading(line: string, match: RegExpExecArray, message: Partial<QuotedMessage>) {
  const [, , to = "", relay = "", dsn, reply, stat = ""] = match;
  const peer = hostAndIp(relay);
  return logReading(
    {
      format: "sendmail-log",
      event: eventOf(stat),
      recipient: to.replace(/^<|>$/g, "").split(">,<")[0] ?? null,
      reason: reply ?? stat.replace(/^Deferred: /, ""),
      status: dsn ?? null,
      remoteMta: peer.host,
      remoteIp: peer.ip,
      message,
    },
    line,
  );
}

function eventOf(stat: string): BounceEvent {
  if (/^Sent\b/i.test(stat)) return "delivered";
  if (/^(?:Deferred|queued)\b/i.test(stat)) return "delayed";
  return "failed";
}
