import { barracuda } from "./barracuda.ts";
import { ciscoSecureEmail } from "./cisco-secure-email.ts";
import { communiGate } from "./communigate.ts";
import { courier } from "./courier.ts";
import type { DeliveryReport, ReportReader } from "./delivery-report.ts";
import { domino } from "./domino.ts";
import { exchange } from "./exchange.ts";
import { exim } from "./exim.ts";
import { generic } from "./generic.ts";
import { gmail } from "./gmail.ts";
import { gmx } from "./gmx.ts";
import { groupWise } from "./groupwise.ts";
import { hMailServer } from "./hmailserver.ts";
import { japaneseCarriers } from "./japanese-carriers.ts";
import { mailFilterJp } from "./mail-filter-jp.ts";
import { mailMarshal } from "./mailmarshal.ts";
import { mailRu } from "./mail-ru.ts";
import { mDaemon } from "./mdaemon.ts";
import { mimecast } from "./mimecast.ts";
import { openSmtpd } from "./opensmtpd.ts";
import { oracleMessaging } from "./oracle-messaging.ts";
import { postfix } from "./postfix.ts";
import { powerMta } from "./powermta.ts";
import { qmail } from "./qmail.ts";
import { sendmail } from "./sendmail.ts";
import { smtpDialogue } from "./smtp-dialogue.ts";
import { symantecCloud } from "./symantec-cloud.ts";
import { tencent } from "./tencent.ts";
import { tOnline } from "./t-online.ts";
import { trendMicro } from "./trend-micro.ts";
import { yahoo } from "./yahoo.ts";
import { yandex } from "./yandex.ts";
import { zoho } from "./zoho.ts";

/**
 * All readers in the order of asking. Providers that borrow another system's words stand before that system; what is
 * read by shape alone stands last.
 */
export const READERS: readonly ReportReader[] = [
  symantecCloud,
  ciscoSecureEmail,
  barracuda,
  hMailServer,
  oracleMessaging,
  gmail,
  exchange,
  domino,
  yahoo,
  qmail,
  tOnline,
  gmx,
  zoho,
  mailRu,
  yandex,
  tencent,
  exim,
  postfix,
  sendmail,
  courier,
  powerMta,
  openSmtpd,
  trendMicro,
  mailFilterJp,
  mDaemon,
  communiGate,
  groupWise,
  mailMarshal,
  japaneseCarriers,
  mimecast,
  smtpDialogue,
  generic,
];

/** The first reader that recognises the words of a report. */
export const readerFor = (report: DeliveryReport): ReportReader =>
  READERS.find(reader => reader.recognises(report)) ?? generic;
