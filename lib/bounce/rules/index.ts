import type { RuleSet } from "../define-rule.ts";
import { americanProviders } from "./american-providers.ts";
import { apple } from "./apple.ts";
import { asianProviders } from "./asian-providers.ts";
import { authentication } from "./authentication.ts";
import { blocklists } from "./blocklists.ts";
import { content } from "./content.ts";
import { domino } from "./domino.ts";
import { enhancedStatus } from "./enhanced-status.ts";
import { europeanProviders } from "./european-providers.ts";
import { exchange } from "./exchange.ts";
import { expired } from "./expired.ts";
import { gateways } from "./gateways.ts";
import { germanProviders } from "./german-providers.ts";
import { google } from "./google.ts";
import { mailServers } from "./mail-servers.ts";
import { mailboxHosts } from "./mailbox-hosts.ts";
import { microsoft365 } from "./microsoft365.ts";
import { microsoftCodes } from "./microsoft-codes.ts";
import { notices } from "./notices.ts";
import { outlookCom } from "./outlook-com.ts";
import { policy } from "./policy.ts";
import { protocol } from "./protocol.ts";
import { appleCodes, googleCodes, yahooCodes, zohoCodes } from "./provider-codes.ts";
import { rate } from "./rate.ts";
import { receiver } from "./receiver.ts";
import { recipient } from "./recipient.ts";
import { reputation } from "./reputation.ts";
import { russianProviders } from "./russian-providers.ts";
import { sender } from "./sender.ts";
import { sendingServices } from "./sending-services.ts";
import { serviceClasses } from "./service-classes.ts";
import { smtpClass } from "./smtp-class.ts";
import { transport } from "./transport.ts";
import { vague } from "./vague.ts";
import { x400 } from "./x400.ts";
import { yahoo } from "./yahoo.ts";

/**
 * The order of asking, all of it. Words of known systems, then words anyone uses (precise before broad, the cause of
 * waiting before the waiting), then codes as their owner means them, then codes as registered, then reply classes.
 */
export const RULE_SETS: readonly RuleSet[] = [
  sendingServices,
  outlookCom,
  microsoft365,
  exchange,
  domino,
  x400,
  google,
  yahoo,
  apple,
  mailboxHosts,
  germanProviders,
  europeanProviders,
  russianProviders,
  americanProviders,
  asianProviders,
  gateways,
  blocklists,
  notices,
  mailServers,
  authentication,
  rate,
  sender,
  transport,
  recipient,
  reputation,
  content,
  protocol,
  policy,
  receiver,
  expired,
  serviceClasses,
  vague,
  microsoftCodes,
  googleCodes,
  yahooCodes,
  appleCodes,
  zohoCodes,
  enhancedStatus,
  smtpClass,
];
