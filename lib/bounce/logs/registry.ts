import { eximLog } from "./exim-log.ts";
import type { LogFormat } from "./log-reader.ts";
import { postfixLog } from "./postfix-log.ts";
import { qmailLog } from "./qmail-log.ts";
import { sendmailLog } from "./sendmail-log.ts";

/** All log formats in the order of asking: sendmail's fields look like Postfix's without the brackets. */
export const LOGS: readonly LogFormat[] = [postfixLog, sendmailLog, eximLog, qmailLog];
