import type { MessageKind } from "./admin-message.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import { japanese } from "./japanese.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";
import { swedish } from "./swedish.ts";

export const MESSAGE_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "ja"] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** The words of one language; {recipient} stands for the address. */
export interface MessageWords {
  readonly subjectToThem: string;
  readonly subjectToUs: string;
  readonly greeting: string;
  readonly happenedToThem: string;
  readonly happenedToUs: string;
  readonly theAddress: string;
  readonly labels: {
    readonly recipient: string;
    readonly sender: string;
    readonly time: string;
    readonly messageId: string;
    readonly server: string;
    readonly reply: string;
  };
  readonly kinds: Readonly<Record<MessageKind, string>>;
  readonly thanks: string;
}

export const LANGUAGES: Readonly<Record<MessageLanguage, MessageWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
  sv: swedish,
  ja: japanese,
};
