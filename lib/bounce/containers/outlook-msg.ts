import { decodeUndeclared } from "../mime/charset.ts";
import { htmlToText } from "../mime/html-to-text.ts";
import { type CompoundEntry, isCompoundFile, readCompoundFile } from "./compound-file.ts";
import { BounceInputError } from "./input-error.ts";

export const isOutlookMsg = isCompoundFile;

/**
 * The text of an Outlook message file ([MS-OXMSG]), often renamed to .eml: subject, body, what Outlook keeps about each
 * recipient of a report, transport header, and the header of the mail that is attached to it. Throws BounceInputError
 * where none of it is there.
 */
export function textOfOutlookMsg(bytes: Uint8Array): string {
  const entries = readCompoundFile(bytes) ?? [];
  const message = propertiesIn(entries, "");
  const body = message.body || message.reportText || htmlToText(message.html);
  const recipients = storagesOf(entries, /^__recip_version1\.0_#[0-9A-F]{8}$/i).map(storage =>
    aboutRecipient(propertiesIn(entries, storage)),
  );
  const attached = storagesOf(entries, /^__attach_version1\.0_#[0-9A-F]{8}\/__substg1\.0_3701000D$/i).map(
    storage => propertiesIn(entries, storage).transportHeader,
  );
  const told = recipients.filter(words => words !== "");
  if (body === "" && told.length === 0) throw new BounceInputError("outlook-msg-unreadable");
  const subject = message.subject && `Subject: ${message.subject}`;
  return [subject, body, ...told, message.transportHeader, ...attached]
    .filter(piece => piece !== "")
    .join("\n\n");
}

/** What a report says about one recipient; of an ordinary message nothing. */
const aboutRecipient = ({ address, smtpAddress, reportText, recipientInfo }: Properties): string => {
  const said = [recipientInfo, reportText].filter(words => words !== "").join("\n");
  const recipient = smtpAddress || address;
  return said === "" ? "" : recipient.includes("@") ? `${recipient}\n${said}` : said;
};

/** [MS-OXPROPS] */
const TAGS = {
  subject: "0037",
  transportHeader: "007D",
  body: "1000",
  reportText: "1001",
  html: "1013",
  recipientInfo: "0C1B",
  address: "3003",
  smtpAddress: "39FE",
} as const;

type Properties = Readonly<Record<keyof typeof TAGS, string>>;

function propertiesIn(entries: readonly CompoundEntry[], storage: string): Properties {
  const streams = new Map(
    entries.filter(entry => entry.storage === storage).map(entry => [entry.name.toUpperCase(), entry]),
  );
  const valueOf = (tag: string): string => {
    for (const type of ["001F", "001E", "0102"]) {
      const octets = streams.get(`__SUBSTG1.0_${tag}${type}`)?.read();
      if (octets === undefined) continue;
      const text = type === "001F" ? new TextDecoder("utf-16le").decode(octets) : decodeUndeclared(octets);
      return text.replaceAll("\0", "").trim();
    }
    return "";
  };
  return {
    subject: valueOf(TAGS.subject),
    transportHeader: valueOf(TAGS.transportHeader),
    body: valueOf(TAGS.body),
    reportText: valueOf(TAGS.reportText),
    html: valueOf(TAGS.html),
    recipientInfo: valueOf(TAGS.recipientInfo),
    address: valueOf(TAGS.address),
    smtpAddress: valueOf(TAGS.smtpAddress),
  };
}

const storagesOf = (entries: readonly CompoundEntry[], name: RegExp): readonly string[] =>
  [...new Set(entries.map(entry => entry.storage))]
    .filter(storage => name.test(storage))
    .slice(0, MOST_STORAGES);

const MOST_STORAGES = 200;
