import {
  adminMessage,
  MESSAGE_LANGUAGES,
  type MessageLanguage,
} from "#lib/bounce/admin-message/admin-message.ts";
import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import type { AdminMessageView } from "./bounce-view.ts";

export interface MessageOptions {
  /** A link to the report, for whoever gets the message. */
  readonly link: string | null;
  /** Where the message in a language can be had as a file. */
  readonly fileFor: ((language: string) => string) | null;
}

/**
 * The message to the administrator who can end it: in English, and in the language of the report where we have it.
 * Empty where no administrator has to do anything.
 */
export function viewAdminMessages(
  failure: ReportedFailure,
  { message, language }: BounceReport,
  { link, fileFor }: MessageOptions,
): readonly AdminMessageView[] {
  const [top] = failure.causes;
  if (top === undefined || failure.party === "provider" || WITHOUT_READER.has(top.cause)) return [];
  const facts = {
    recipient: failure.recipient,
    sender: message.from ?? message.mailFrom,
    time: failure.microsoftSession?.time ?? message.date,
    messageId: message.messageId,
    server: failure.replies[0]?.host ?? failure.remoteMta,
    reply: failure.diagnostic,
  };
  return languagesFor(language).map(code => {
    const { to, subject, body } = adminMessage({ ...failure, tier: null }, facts, code);
    const text = link === null ? body : withLink(body, link, code);
    return {
      language: code,
      label: LANGUAGE_NAMES[code],
      to: to === "recipient_admin" ? "their admin" : "your admin",
      subject,
      body: text,
      mailto: mailtoUrl(to === "recipient_admin" ? postmasterOf(failure.recipient) : "", subject, text),
      file: fileFor?.(code) ?? null,
    };
  });
}

/** Nobody is there to read it, or nobody who has to do with the mail. */
const WITHOUT_READER: ReadonlySet<Cause> = new Set([
  "recipient_syntax",
  "domain_not_found",
  "domain_accepts_no_mail",
  "forged_sender",
]);

const languagesFor = (language: string | null): readonly MessageLanguage[] => {
  const own = MESSAGE_LANGUAGES.find(code => code === language?.slice(0, 2));
  return own === undefined || own === "en" ? ["en"] : ["en", own];
};

/** RFC 5321 4.5.1: every domain that takes mail has to have this one. */
const postmasterOf = (recipient: string | null): string =>
  recipient === null ? "" : `postmaster@${recipient.slice(recipient.lastIndexOf("@") + 1)}`;

/** RFC 6068; line breaks as CR LF. */
const mailtoUrl = (to: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

/** Before the last paragraph, which says thanks. */
function withLink(body: string, url: string, language: MessageLanguage): string {
  const end = body.lastIndexOf("\n\n");
  return `${body.slice(0, end)}\n\n${LINK_WORDS[language]}\n${url}${body.slice(end)}`;
}

const LANGUAGE_NAMES: Readonly<Record<MessageLanguage, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  pt: "Português",
  nl: "Nederlands",
  sv: "Svenska",
  ja: "日本語",
};

const LINK_WORDS: Readonly<Record<MessageLanguage, string>> = {
  en: "All the evidence, without personal data:",
  de: "Alle Belege, ohne personenbezogene Daten:",
  fr: "Toutes les preuves, sans données personnelles :",
  es: "Todas las pruebas, sin datos personales:",
  it: "Tutte le prove, senza dati personali:",
  pt: "Todas as provas, sem dados pessoais:",
  nl: "Alle bewijzen, zonder persoonsgegevens:",
  sv: "Alla belägg, utan personuppgifter:",
  ja: "証拠の一覧（個人情報は含まれません）：",
};
