import type { QuotedMessage } from "../failure.ts";
import { NOTHING_QUOTED } from "../original/quoted-message.ts";
import type { BounceEvent, Stage } from "../vocabulary.ts";
import type { LogFormat } from "./log-reader.ts";
import { hostAndIp, logReading } from "./log-reading.ts";
import { Remembered } from "./remembered.ts";

/** Postfix by syslog, journald or in a container: "postfix/smtp[12]: 4F1A: to=<>, relay=, dsn=, status=bounced (...)". */
export const postfixLog: LogFormat = {
  name: "postfix-log",
  recognises: line => DAEMON.test(line) || OUTCOME.test(line),
  open: () => {
    const known = new Remembered<Partial<QuotedMessage>>();
    return {
      read: line => {
        const outcome = OUTCOME.exec(line);
        if (outcome !== null) return outcomeReading(line, outcome, known.get(outcome[1] ?? "") ?? {});
        const refusal = REFUSAL.exec(line);
        if (refusal !== null) return refusalReading(line, refusal);
        remember(line, known);
        return DAEMON.test(line) ? "quiet" : null;
      },
    };
  },
};

const DAEMON = /\bpostfix(?:-[\w-]{1,30})?\/(?:[\w-]{1,20}\/)?[\w-]{2,20}\[\d{1,10}\]:/;
const QUEUE_ID = "[0-9A-Za-z]{6,20}";
const OUTCOME = new RegExp(
  `(?:\\b(${QUEUE_ID}): )?\\bto=<([^<>]{0,320})>,(?: orig_to=<([^<>]{0,320})>,)?(?: relay=([^,]{1,320}),)?[^()]{0,200}?(?:\\bdsn=([245]\\.\\d{1,3}\\.\\d{1,3}), )?\\bstatus=(\\w{3,12})(?: \\(([^\\n]{0,4000})\\)?)?\\s{0,9}$`,
);
const REFUSAL =
  /\b(?:reject|reject_warning): (CONNECT|EHLO|HELO|MAIL|RCPT|DATA|END-OF-MESSAGE|BDAT) from ([^:;]{1,320}?)(?:\[([\da-f.:]{2,45})\])?: ([45]\d\d [^\n]{1,1500}?); from=<([^<>]{0,320})>(?: to=<([^<>]{0,320})>)?(?: proto=\w{1,10})?(?: helo=<([^<>]{0,255})>)?/i;

const EVENTS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["bounced", "failed"],
  ["expired", "failed"],
  ["undeliverable", "failed"],
  ["deferred", "delayed"],
  ["sent", "delivered"],
  ["deliverable", "delivered"],
]);

const outcomeReading = (line: string, match: RegExpExecArray, message: Partial<QuotedMessage>) => {
  const [, , to = "", original, relay = "", dsn, status = "", detail = ""] = match;
  const peer = hostAndIp(relay);
  return logReading(
    {
      format: "postfix-log",
      event: EVENTS.get(status.toLowerCase()) ?? "not_a_bounce",
      recipient: to,
      originalRecipient: original ?? null,
      reason: detail.replace(/\)\s*$/, (end: string) => (isBalanced(detail) ? end : "")),
      status: dsn ?? null,
      remoteMta: peer.host,
      remoteIp: peer.ip,
      message,
    },
    line,
  );
};

const isBalanced = (text: string): boolean =>
  (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);

const refusalReading = (line: string, match: RegExpExecArray) => {
  const [, verb = "", , ip, reply = "", from = "", to, helo] = match;
  return logReading(
    {
      format: "postfix-log",
      event: "failed",
      recipient: to ?? null,
      reason: reply,
      stage: STAGES.get(verb.toUpperCase()) ?? null,
      message: {
        ...NOTHING_QUOTED,
        mailFrom: from === "" ? null : from,
        sendingIp: ip ?? null,
        helo: helo ?? null,
      },
    },
    line,
  );
};

const STAGES: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ["CONNECT", "CONNECT"],
  ["EHLO", "EHLO"],
  ["HELO", "EHLO"],
  ["MAIL", "MAIL"],
  ["RCPT", "RCPT"],
  ["DATA", "DATA"],
  ["BDAT", "DATA"],
  ["END-OF-MESSAGE", "DATA"],
]);

/** qmgr tells the sender, cleanup the Message-ID and the subject. */
function remember(line: string, known: Remembered<Partial<QuotedMessage>>): void {
  const match = new RegExp(`\\b(${QUEUE_ID}): (?:from=<([^<>]{0,320})>|message-id=(<[^<>\\s]{1,900}>))`).exec(
    line,
  );
  if (match?.[1] === undefined) return;
  const before = known.get(match[1]) ?? {};
  if (match[2] !== undefined && match[2] !== "") known.set(match[1], { ...before, mailFrom: match[2] });
  if (match[3] !== undefined) known.set(match[1], { ...before, messageId: match[3] });
}
