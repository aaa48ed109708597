import { decodeUndeclared } from "../mime/charset.ts";
import { htmlToText } from "../mime/html-to-text.ts";
import { isCompoundFile, readCompoundFile } from "./compound-file.ts";
import { BounceInputError } from "./input-error.ts";

export const isOutlookMsg = isCompoundFile;

/**
 * The text of an Outlook message file ([MS-OXMSG]), often renamed to .eml: subject, transport header, body, and for
 * reports what Outlook keeps about each recipient. Throws BounceInputError where none of it is there.
 */
export function textOfOutlookMsg(bytes: Uint8Array): string {
  const found = new Map<string, string[]>();
  for (const entry of readCompoundFile(bytes) ?? []) {
    const property = PROPERTY.exec(entry.name);
    const [, tag = "", type = ""] = property ?? [];
    if (property === null || !WANTED.has(tag.toUpperCase())) continue;
    const octets = entry.read();
    const text = type === "001F" ? new TextDecoder("utf-16le").decode(octets) : decodeUndeclared(octets);
    found.set(tag.toUpperCase(), [...(found.get(tag.toUpperCase()) ?? []), text.replaceAll("\0", "").trim()]);
  }
  const part = (name: keyof typeof TAGS): string => [...new Set(found.get(TAGS[name]) ?? [])].join("\n");
  const body = part("body") || part("reportText") || htmlToText(part("html"));
  const text = [
    part("subject") && `Subject: ${part("subject")}`,
    body,
    part("recipientInfo"),
    part("transportHeader"),
  ]
    .filter(piece => piece !== "")
    .join("\n\n");
  if (body === "" && part("recipientInfo") === "") throw new BounceInputError("outlook-msg-unreadable");
  return text;
}

const PROPERTY = /^__substg1\.0_([0-9A-F]{4})(001F|001E|0102)$/i;

/** [MS-OXPROPS] */
const TAGS = {
  subject: "0037",
  transportHeader: "007D",
  body: "1000",
  reportText: "1001",
  html: "1013",
  recipientInfo: "0C1B",
} as const;
const WANTED: ReadonlySet<string> = new Set(Object.values(TAGS));
