import type { BounceEvent } from "../vocabulary.ts";
import type { LogFormat } from "./log-reader.ts";
import { logReading } from "./log-reading.ts";
import { Remembered } from "./remembered.ts";

/** qmail-send: "delivery 7: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_.../". */
export const qmailLog: LogFormat = {
  name: "qmail-log",
  recognises: line => DELIVERY.test(line) || STARTING.test(line) || NOISE.test(line),
  open: () => {
    const recipients = new Remembered<{ readonly message: string; readonly recipient: string }>();
    const senders = new Remembered<string>();
    return {
      read: line => {
        const starting = STARTING.exec(line);
        if (starting?.[1] !== undefined) {
          recipients.set(starting[1], { message: starting[2] ?? "", recipient: starting[3] ?? "" });
          return "quiet";
        }
        const sender = /\binfo msg (\d{1,12}): [^\n]{0,80}from <([^<>]{0,320})>/.exec(line);
        if (sender?.[1] !== undefined) senders.set(sender[1], sender[2] ?? "");
        const delivery = DELIVERY.exec(line);
        if (delivery === null) return NOISE.test(line) ? "quiet" : null;
        const [, id = "", outcome = "", report = ""] = delivery;
        const attempt = recipients.get(id);
        const mailFrom = senders.get(attempt?.message ?? "") ?? "";
        return logReading(
          {
            format: "qmail-log",
            event: EVENTS.get(outcome) ?? "failed",
            recipient: attempt?.recipient ?? null,
            reason: report
              .replaceAll("_", " ")
              .replace(/\/(?=[A-Z]|$)/g, "\n")
              .trim(),
            message: { mailFrom: mailFrom === "" ? null : mailFrom },
          },
          line,
        );
      },
    };
  },
};

const DELIVERY = /\bdelivery (\d{1,12}): (success|failure|deferral): (\S{1,4000})/;
const STARTING = /\bstarting delivery (\d{1,12}): msg (\d{1,12}) to (?:remote|local) (\S{1,320})/;
const NOISE = /(?:^|\s)(?:new msg|end msg|info msg|bounce msg|status: local|triple bounce) ?\d{0,12}/;

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["success", "delivered"],
  ["failure", "failed"],
  ["deferral", "delayed"],
]);
