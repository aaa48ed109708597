import { sayCause } from "./causes.ts";
import { providerName } from "./provider.ts";
import type { Reason, ReasonArgs, ReasonCode } from "./reasons.ts";

/** One reason as a plain English sentence without a full stop. Codes and arguments are what is stored. */
export const wordReason = (reason: Reason): string => render(reason.code, reason.args);

type Wordings = { readonly [Code in ReasonCode]: (args: ReasonArgs[Code]) => string };

const WORDINGS: Wordings = {
  "words-match": ({ words, host }) =>
    host === null ? `the reply says “${words}”` : `${providerName(host)} says “${words}”`,
  "notice-says": ({ words }) => `the report says “${words}”`,
  "status-says": ({ status }) => `the status code ${status} stands for this`,
  "provider-status-says": ({ status, provider }) =>
    `${providerName(provider)} uses the status code ${status} for this`,
  "status-field-says": ({ status }) => `the report's Status field is ${status}`,
  "code-says": ({ code }) => `the reply code ${code} often means this, and nothing more was said`,
  "service-says": ({ event }) => `the sending service reports the event “${event}”`,
  "provider-recognised": ({ provider }) => `the reply comes from ${providerName(provider)}`,
  "status-agrees": ({ status }) => `the status code ${status} says the same`,
  "status-differs": ({ status, cause }) =>
    `the status code ${status} would rather mean: ${lowerFirst(sayCause(cause, { recipient: null, provider: null }))}`,
  "same-words-elsewhere": ({ words }) =>
    words === "" ? "the same code is also given in this case" : `“${words}” is also said in this case`,
  "retried-until-expiry": () => "the sending server tried again until the time was up",
  "directory-refusal": () =>
    "these are Microsoft's words for an address that is not in the directory of the recipient's organisation",
  "cascade-of-refusals": () =>
    "this reply follows when every recipient of the mail was refused before; the reason lies in those refusals",
  "single-recipient": () => "only this one recipient was refused",
  "other-recipients-accepted": ({ count }) =>
    `${count} other ${count === 1 ? "recipient" : "recipients"} of the same domain ${count === 1 ? "was" : "were"} accepted`,
  "near-miss": ({ address }) => `the mail also names ${address}, which is one or two letters away`,
  "several-recipients-refused": ({ domain, count }) =>
    `${count} recipients at ${domain} were refused in the same way`,
  "function-address": ({ localPart }) =>
    `“${localPart}” is usually a group, a shared mailbox or a public folder, and those are easily missing from the directory`,
  "hybrid-routing-address": ({ domain }) =>
    `${domain} is an internal routing address of a hybrid Exchange installation`,
  "tenant-label-differs": ({ label, domain }) =>
    `the mail was taken to the Microsoft 365 entrance “${label}”, not to that of ${domain}`,
  "gateway-wrote-report": ({ gateway }) =>
    `the report was written by ${providerName(gateway)}, a gateway that had taken the mail first`,
  "final-recipient-differs": ({ original, final }) =>
    `the mail was sent to ${original} and refused for ${final}: it was forwarded`,
  "recipient-unchanged": () => "the mail was refused for the address it was sent to, so it was not forwarded",
  "mx-is-remote": ({ host }) => `the domain's MX record names the server that refused, ${host}`,
  "mx-is-microsoft": ({ host }) => `the domain's MX record leads to Microsoft 365 itself, ${host}`,
  "mx-is-not-microsoft": ({ host }) =>
    `the domain's MX record names ${host} today, but Microsoft 365 gave the reply`,
  "mx-is-gateway": ({ gateway }) =>
    `the domain's MX record leads to ${providerName(gateway)}, a gateway in front of Microsoft 365`,
  "mx-changed-lately": () => "the domain's mail routing has changed lately",
  "tenant-verification-record": () =>
    "the domain carries a record that is used when it is added to Microsoft 365",
  "hybrid-signs": ({ sign }) => `the domain shows signs of Exchange servers of its own: ${sign}`,
  "cloud-only-signs": () => "the domain shows no sign of mail servers of its own",
  "internal-mail-works": () => "mail from inside the organisation reaches the address",
  "no-message-trace": () =>
    "the recipient's administrator finds no trace of the mail, so it was refused at the edge",
  "recipient-answers-mail": () => "the recipient answers mail from others",
  "free-mail-typo": ({ meant }) => `the domain looks like a slip for ${meant}`,
  "sender-not-authorised-for-quoted-ip": ({ ip }) =>
    `the quoted mail came from ${ip}, which your domain does not send from`,
  "user-sent-it": () => "you sent this mail",
  "user-did-not-send-it": () => "you did not send this mail",
  "mx-same-provider": ({ host, provider }) =>
    `the domain's MX record leads to ${providerName(provider)}, whose server refused: ${host}`,
  "mx-elsewhere": ({ now, refusedBy }) =>
    `the domain's MX record names ${now} today, but ${refusedBy} gave the reply`,
  "mx-other-entrance": ({ now, refusedBy }) =>
    `the domain's MX record names the entrance ${now} today, but ${refusedBy} gave the reply`,
  "mx-split": ({ providers }) =>
    `the domain's MX records lead to more than one mail system, each for a part of the mail: ${providers.map(providerName).join(" and ")}`,
  "gateway-bypassed": ({ gateway, refusedBy }) =>
    `the domain's MX record leads to the gateway ${providerName(gateway)}, but the mail was taken past it, straight to ${refusedBy}`,
  "own-server-in-front": ({ host }) =>
    `the domain's own server ${host} took the mail first and passed it on to the system that refused`,
  "zone-changed-lately": ({ day }) => `the domain's DNS zone was changed on ${day}, shortly before`,
  "domain-does-not-exist": ({ domain }) => `the domain ${domain} does not exist`,
  "domain-takes-no-mail": ({ domain }) => `${domain} declares by its MX record that it takes no mail`,
  "domain-has-no-server": ({ domain }) => `${domain} has neither an MX record nor an address`,
  "domain-takes-mail": ({ domain, host }) => `${domain} has a mail server today: ${host}`,
  "spf-fails": ({ ip, domain, result }) =>
    `the SPF record of ${domain} does not allow ${ip} today (result: ${result})`,
  "spf-passes": ({ ip, domain }) => `the SPF record of ${domain} allows ${ip} today`,
  "spf-broken": ({ domain }) => `the SPF record of ${domain} cannot be evaluated, so no server passes`,
  "spf-missing": ({ domain }) => `${domain} has no SPF record`,
  "not-signed": () => "the header quoted in the report shows no DKIM signature",
  "key-usable": ({ selector, domain }) => `the DKIM key ${selector} of ${domain} is published and usable`,
  "key-unusable": ({ selector, domain }) => `the DKIM key ${selector} of ${domain} cannot be used`,
  "key-missing": ({ selector, domain }) => `the DKIM key ${selector} of ${domain} is not published`,
  "dmarc-can-pass": ({ domain, by }) => `mail like this can pass DMARC for ${domain} by ${by}`,
  "dmarc-cannot-pass": ({ domain }) =>
    `mail like this cannot pass DMARC for ${domain}, neither by SPF nor by DKIM`,
  "dmarc-asks-for": ({ domain, policy }) => `${domain} asks receivers to ${policy} mail that fails DMARC`,
  "dmarc-asks-nothing": ({ domain }) => `${domain} asks receivers for nothing when mail fails DMARC`,
  "ip-listed": ({ ip, lists }) => `${ip} is on ${lists.join(", ")} today`,
  "ip-not-listed": ({ ip, asked }) => `${ip} is ${onNone(asked, "blocklist")}`,
  "domain-listed": ({ domain, lists }) => `${domain} is on ${lists.join(", ")} today`,
  "domain-not-listed": ({ domain, asked }) => `${domain} is ${onNone(asked, "domain blocklist")}`,
  "reverse-confirmed": ({ ip, name }) => `reverse DNS of ${ip} is ${name}, which leads back to it`,
  "reverse-unconfirmed": ({ ip, name }) => `reverse DNS of ${ip} is ${name}, which does not lead back to it`,
  "reverse-missing": ({ ip }) => `${ip} has no reverse DNS`,
  "return-path-takes-mail": ({ domain }) => `the envelope sender's domain ${domain} takes mail`,
  "return-path-takes-no-mail": ({ domain }) => `the envelope sender's domain ${domain} cannot take mail`,
  "quoted-spf-failed": ({ domain }) =>
    `the receiving side noted that SPF of ${domain} does not allow the server which sent the mail`,
  "quoted-dmarc-failed": ({ domain }) => `the receiving side noted that the mail fails DMARC of ${domain}`,
  "quoted-marked-as-spam": () => "the mail that came back was marked as spam on its way",
  "quoted-from-dial-up": ({ host }) =>
    `the mail came straight from ${host}, which looks like a home connection and not like a mail server`,
  "quoted-trace-foreign": ({ domain }) => `no server of ${domain} appears on the way of the mail`,
  "quoted-message-id-foreign": ({ host, domain }) =>
    `its Message-ID was made at ${host}, not at ${domain} or a server on its way`,
  "quoted-trace-own": ({ host }) => `the mail went through ${host}, a server of the sender's own domain`,
  "quoted-signed": ({ domain }) => `the mail bears a DKIM signature of ${domain}`,
  "report-from-own-server": ({ host }) =>
    `the report was written by ${host}, a server of the sender's own domain: the mail was handed in there`,
  "refused-before-filtering": () => "the recipient was refused before any filter looked at the mail",
  "has-own-code-there": ({ codes }) => `Microsoft answers this with codes of its own (${codes})`,
  "not-tied-to-sending-ip": () => "the same address is refused from every sending server",
  "reply-is-about-recipient": () => "the reply speaks about the recipient, not about you or your server",
  "reply-is-about-domain": () =>
    "the reply speaks about the recipient's domain, not about you or your server",
  "no-reply-quoted": () => "the report quotes no reply of any server",
  "words-not-known": ({ words }) => `no known meaning for “${words}”`,
  "code-says-little": ({ code }) => `the code ${code} alone says too little`,
};

/** The one place where a reason's code and arguments are matched up again; `Reason` guarantees that they belong together. */
const render = <Code extends ReasonCode>(code: Code, args: ReasonArgs[Code]): string => WORDINGS[code](args);

const onNone = (asked: number, list: string): string =>
  asked === 1
    ? `not on the one ${list} that answered today`
    : `on none of the ${asked} ${list}s that answered today`;

const lowerFirst = (sentence: string): string =>
  sentence.replace(/^[A-Z](?=[a-z ])/, letter => letter.toLowerCase()).replace(/\.$/, "");
