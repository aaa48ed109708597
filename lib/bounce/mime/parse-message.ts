import PostalMime, { type Attachment, type Email } from "postal-mime";
import { decodeUndeclared } from "./charset.ts";
import { type Headers, parseHeaders, splitHeaders } from "./headers.ts";
import { LIMITS } from "./limits.ts";
import { asWindows1252, mendSource } from "./mend-source.ts";
import { latin1, toLf } from "./octets.ts";

/** A leaf of the MIME tree. All texts of one mail that are meant to be read together are one part. */
export interface Part {
  /** "text/plain", lower case. */
  readonly type: string;
  readonly name: string | null;
  readonly attachment: boolean;
  /** The decoded text, decoded when asked for. */
  readonly text: () => string;
  /** The decoded octets as latin1: the source of a mail within the mail. */
  readonly source: () => string;
  /** The decoded octets as they are: of a part that is no text. */
  readonly octets: () => Uint8Array;
}

export interface MailMessage {
  readonly headers: Headers;
  /** The words first, then all other leaves in order. Mails within the mail stay closed. */
  readonly parts: readonly Part[];
}

/** Opens a mail. Never fails: damaged structure is read as far as it goes, within LIMITS. */
export const parseMessage = (bytes: Uint8Array): Promise<MailMessage> => parseSource(latin1(bytes));

/** The same for a source that is text already, one octet per character (latin1). */
export async function parseSource(source: string): Promise<MailMessage> {
  const mended = mendSource(source);
  const { header, body } = splitHeaders(mended);
  const headers = parseHeaders(header);
  const asDeclared = await open(mended);
  const email = isUndecoded(asDeclared) ? await open(asWindows1252(mended)) : asDeclared;
  return { headers, parts: email === null ? [textPart("text/plain", body)] : partsOf(email) };
}

/** Null beyond LIMITS: then the mail is read as it stands. */
const open = (source: string): Promise<Email | null> =>
  PostalMime.parse(Buffer.from(source, "latin1"), {
    forceRfc822Attachments: true,
    maxNestingDepth: LIMITS.depth,
    maxHeadersSize: LIMITS.headersLength,
  }).catch(() => null);

/** Transfer encodings hide octets from mendSource: what is not ASCII came out as nothing but replacement characters. */
const isUndecoded = (email: Email | null): boolean => {
  const text = `${email?.text ?? ""}${email?.html ?? ""}`;
  return text.includes("\ufffd") && !/[\u0080-\ufffc]/.test(text);
};

const partsOf = ({ text, html, attachments }: Email): readonly Part[] => [
  ...(text === undefined ? [] : [textPart("text/plain", text)]),
  ...(html === undefined ? [] : [textPart("text/html", html)]),
  ...attachments.slice(0, LIMITS.parts).map(attachedPart),
];

const textPart = (type: string, words: string): Part => ({
  type,
  name: null,
  attachment: false,
  ...contentOf(
    () => Buffer.from(words, "utf8"),
    () => words,
  ),
});

/** RFC 2045 5.2: what is declared by no type at all is plain text. */
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/;

function attachedPart({ mimeType, filename, disposition, content }: Attachment): Part {
  const octets = () => Buffer.from(content as ArrayBuffer);
  return {
    type: MEDIA_TYPE.test(mimeType) ? mimeType : "text/plain",
    name: filename,
    attachment: disposition === "attachment",
    ...contentOf(octets, () => decodeUndeclared(octets())),
  };
}

const contentOf = (
  octets: () => Uint8Array,
  words: () => string,
): Pick<Part, "text" | "source" | "octets"> => ({
  text: () => toLf(words().slice(0, LIMITS.textLength)),
  source: () => toLf(latin1(octets())),
  octets,
});
