import type { Headers } from "../mime/headers.ts";
import type { MailMessage } from "../mime/parse-message.ts";
import type { BounceEvent } from "../vocabulary.ts";

/** Reports that are no delivery reports by their type: complaints (RFC 5965) and read receipts (RFC 8098). */
export function eventOfReportType(mail: MailMessage): BounceEvent | null {
  const has = (type: string): boolean => mail.parts.some(part => part.type === type);
  const reportType = reportTypeOf(mail);
  if (reportType === "feedback-report" || has("message/feedback-report")) return "complaint";
  if (isOlderComplaint(mail)) return "complaint";
  // A receipt proves that the mail arrived, whatever was done with it then.
  if (reportType === "disposition-notification" || has("message/disposition-notification"))
    return "delivered";
  return null;
}

/** The report-type of a multipart/report (RFC 6522 3), lower case. */
const reportTypeOf = ({ headers }: MailMessage): string | null =>
  /;\s{0,99}report-type\s{0,10}=\s{0,10}"?([\w-]{1,60})/i
    .exec(headers.raw("content-type") ?? "")?.[1]
    ?.toLowerCase() ?? null;

/**
 * Complaints from before RFC 5965, and of services that send them their own way: the junk reports of Outlook.com,
 * SpamCop, X-ARF and abuse desks.
 */
const isOlderComplaint = ({ headers, parts }: MailMessage): boolean =>
  headers.has("x-hmxmroriginalrecipient") ||
  headers.has("x-xarf") ||
  headers.has("x-arf") ||
  parts.some(part => part.type === "text/plain" && FEEDBACK_FIELD.test(part.text().slice(0, 4000))) ||
  parts.some(
    part =>
      part.type === "message/rfc822" && /^X-HmXmrOriginalRecipient:/im.test(part.source().slice(0, 4000)),
  ) ||
  OLD_COMPLAINT.test(headers.get("subject") ?? "") ||
  COMPLAINT_DESK.test(headers.get("from") ?? "");

/** The fields of RFC 5965 in a part of the wrong type. */
const FEEDBACK_FIELD =
  /^Feedback-Type:[ \t]{0,5}(?:abuse|fraud|virus|not-spam|opt-out|other|auth-failure)\b/im;

const OLD_COMPLAINT =
  /^(?:complaint about message from|email feedback report for ip|\[SpamCop \(|abuse report (?:for|about|regarding) |client tos notification|feedback loop report|spam (?:complaint|report) (?:about|from|for) )/i;
const COMPLAINT_DESK =
  /@(?:reports|bounces)\.spamcop\.net|\bscomp@aol\.net|\bfbl[-\w]{0,20}@|feedbackloop@|complaints?@[\w.-]{1,60}fbl/i;

/** What a person's mail program or server sent back by itself: an absence note, or a question whether one is human. */
export function automaticAnswer(headers: Headers, subject: string, prose: string): BounceEvent | null {
  const words = `${subject}\n${prose.slice(0, 5000)}`;
  if (CHALLENGE.test(words)) return "challenge";
  const declared =
    /^auto-(?:replied|notified)/i.test(headers.raw("auto-submitted")?.trim() ?? "") ||
    ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "auto-reply"].some(name =>
      headers.has(name),
    ) ||
    /auto[_-]?reply/i.test(headers.raw("precedence") ?? "");
  return AUTO_SUBJECT.test(subject) || ABSENCE.test(words) || (declared && !REPORTS_FAILURE.test(words))
    ? "auto_reply"
    : null;
}

/** A complaint pasted as text. */
export const looksLikeComplaint = (text: string): boolean =>
  /(?:^|\n|\s)Feedback-Type:\s{0,5}(?:abuse|fraud|virus|not-spam|opt-out|other)\b/i.test(
    text.slice(0, 50_000),
  );

/** A mail that its header shows to be a delivery report. */
export const isSentByMailSystem = (headers: Headers): boolean =>
  /multipart\/report/i.test(headers.raw("content-type") ?? "") ||
  headers.has("x-failed-recipients") ||
  /^\s*<>\s*$/.test(headers.raw("return-path") ?? "") ||
  MAIL_SYSTEM.test(`${headers.get("from") ?? ""} ${headers.get("sender") ?? ""}`) ||
  reportsFailure(headers.get("subject") ?? "");

/** Whether words tell, in any of the larger languages, that mail was not delivered. */
export const reportsFailure = (words: string): boolean => {
  const beginning = words.slice(0, 20_000);
  // The words may be wrapped in the middle of a phrase.
  return (
    REPORTS_FAILURE.test(beginning) || REPORTS_FAILURE.test(beginning.replace(/[ \t]{0,8}\n(?=\S)/g, " "))
  );
};

const MAIL_SYSTEM =
  /mailer[-_ ]?daemon|postmaster|mail[- ]?(?:delivery|daemon)|delivery (?:system|subsystem)|microsoftexchange329e71ec|mail (?:system|administrator)|list ?serv(?:er)?\b|bounces?@|-(?:admin|owner|request)@|mdaemon|delivery-?status/i;

const REPORTS_FAILURE = new RegExp(
  [
    "undeliver(?:ed|able)|returned mail|returned to sender|delivery (?:status notification|failure|failed|has failed|error|problem|report|notification)|failure notice|mail delivery (?:failed|failure)|mail failure|non-?delivery|mail system error|delivery status",
    "(?:could not|couldn't|cannot|can't|can not|was not|wasn't|unable to|not able to|failed to|impossible to|has not been|hasn't been|not)(?: be| been)?(?: successfully)? (?:be )?deliver(?:ed|y)?|did not reach|not be delivered|delivery to the following|permanent (?:fatal )?(?:error|failure)|fatal errors|the group you tried to\\s{1,9}contact|(?:your|the|this) (?:e-?mail |mail )?(?:message|e-?mail|mail)\\b[^\\n]{0,80} (?:is|was|has been|were) (?:rejected|refused|returned|blocked|bounced|not (?:sent|delivered|accepted))|has blocked (?:an?|your) (?:e-?mail|message)|refused to talk|undeliverable to|address(?:es)? (?:had|failed)|rejected posting|(?:request|post(?:ing)?|message) to (?:the )?(?:mailing )?list[^\\n]{0,80} (?:rejected|refused)|not (?:authori[sz]ed|allowed) to (?:send|post)",
    "(?:user|mailbox|recipient|account|address|domain|host) (?:unknown|not found|unavailable|does ?n[o']t exist|is full|full|disabled|rejected|suspended|inactive)|(?:unknown|no such|invalid|non-?existent|no valid) (?:users?|mailbox|recipients?|account|address|host|domain)|over ?quota|quota exceeded|relay(?:ing)? (?:access )?denied|access denied|blocked (?:using|by)|message (?:was )?(?:rejected|refused|blocked|too large)|listed (?:at|in|on) |try again later|connection (?:refused|timed out)|rejected by|spam (?:message )?(?:rejected|detected)",
    "unzustellbar|nicht zu(?:ge)?stell(?:t|bar|en)|konnte nicht|unbekannter empf\u00e4nger|empf\u00e4nger(?:adresse)? (?:unbekannt|abgelehnt)",
    "non remis|n'a pas (?:pu|\u00e9t\u00e9)|\u00e9chec de (?:la )?remise|destinataire inconnu|non distribu",
    "no se (?:pudo|puede|ha podido) entregar|no entregado|error de entrega|no entregable|destinatario rechazad|direcci\u00f3n (?:del destinatario )?rechazada",
    "impossibile recapitare|non recapitat|mancat[oa] (?:recapito|consegna)|recapito non riuscito|destinatario rifiutat",
    "n\u00e3o (?:foi poss\u00edvel|p\u00f4de ser|entregue)|falha na entrega|n\u00e3o entregue",
    "onbestelbaar|niet (?:worden )?bezorg|kan niet worden|bezorging[^\\n]{0,80}mislukt",
    "kan inte levereras|gick inte att leverera|olevererbar|kunde inte levereras",
    "nie (?:mo\u017cna|uda\u0142o si\u0119|dostarczono)|niedostarczon",
    "\u914d\u4fe1(?:\u4e0d\u80fd|\u3067\u304d\u307e\u305b\u3093|\u306b\u5931\u6557|\u304c\u5931\u6557)|\u9001\u4fe1\u3067\u304d\u307e\u305b\u3093|\u5b9b\u5148\u4e0d\u660e|\u898b\u3064\u304b\u308a\u307e\u305b\u3093",
    "\u9000\u4fe1|\u65e0\u6cd5\u9001\u8fbe|\u65e0\u6cd5\u6295\u9012|\u4e0d\u5b58\u5728|\u6295\u9012\u5931\u8d25",
    "\u043d\u0435 (?:\u043c\u043e\u0436\u0435\u0442|\u0431\u044b\u043b\u043e|\u0443\u0434\u0430\u043b\u043e\u0441\u044c|\u0434\u043e\u0441\u0442\u0430\u0432\u043b\u0435\u043d\u043e)|\u043d\u0435\u0434\u043e\u0441\u0442\u0430\u0432",
  ].join("|"),
  "i",
);

const AUTO_SUBJECT =
  /^(?:(?:re|aw|sv|antw?|r):\s{0,3})?(?:auto(?:matic|matische|matisch|matique)?[-:. ]{0,3}(?:reply|response|answer|antwort|antwoord|svar|respond)|auto:|out of (?:the )?office|ooo\b|abwesen|automatische antwort|réponse automatique|absence|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori (?:sede|ufficio)|resposta automática|fora do escritório|ausência|automatisch antwoord|afwezig|autosvar|frånvaro|自動応答|自動返信|不在(?:通知|のお知らせ)|自动回复|автоответ|автоматический ответ|odpowiedź automatyczna|autoodpowiedź|vacation (?:reply|response|message)|on vacation|away (?:from|until)|i'm out)/i;

const ABSENCE =
  /\bI(?:'m| am| will be)(?: currently| now)? (?:out of (?:the )?office|on (?:vacation|annual leave|leave|holiday|maternity leave|parental leave|a business trip)|away from (?:the office|my))|\bthank you for your (?:e-?mail|message)\.? [^\n]{0,80}(?:out of (?:the )?office|away|annual leave)|\bich bin [^\n]{0,80}(?:nicht (?:im büro|im haus|erreichbar)|abwesend|im urlaub)|\bje suis (?:actuellement )?(?:absent|en congé)|\bestoy fuera de la oficina|\bsono (?:fuori (?:sede|ufficio)|assente)|\bestou (?:fora do escritório|de férias|ausente)|\bik ben (?:afwezig|niet aanwezig|op vakantie)|\bjag är (?:inte på kontoret|på semester|bortrest)|不在にして|休暇(?:中|をいただ)/i;

const CHALLENGE =
  /BoxTrapper|Spam ?Arrest|\bTMDA\b|(?:confirm|verify|prove)[^\n]{0,80}(?:you(?:'re| are) (?:a |an )?(?:human|real person|person|not (?:a )?(?:robot|spammer|machine))|(?:your|the) (?:message|e-?mail)[^\n]{0,40} (?:is|was) (?:not spam|sent by a (?:human|person)))|(?:make sure|ensure|know|certain|verify|prove) (?:that )?you(?:'re| are) (?:a |an )?(?:human|real person|real sender|not (?:a )?(?:robot|spammer|machine))|challenge[/-]response|sender (?:address )?(?:verification|confirmation) (?:required|request)|to be added to my (?:white ?list|allowed|approved|safe) |(?:your )?(?:message|e-?mail)[^\n]{0,100}(?:held|waiting|on hold|quarantined)[^\n]{0,120}(?:confirm(?:ation)? (?:that|by|your)|click (?:on )?(?:the|this) link|simply reply|just reply|reply to this)|(?:click|follow|visit) (?:on )?(?:the|this) link[^\n]{0,80}(?:your|the) (?:message|e-?mail)[^\n]{0,20} (?:will|can|is going to) be (?:delivered|released)/i;
