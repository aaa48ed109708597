/** Why an input cannot be read at all. A code for programs; the words are made from it. */
export type InputErrorCode =
  | "too-large"
  | "archive-damaged"
  | "archive-too-large"
  | "archive-too-many-files"
  | "archive-nested"
  | "archive-encrypted"
  | "outlook-msg-unreadable"
  | "time-limit";

export class BounceInputError extends Error {
  readonly code: InputErrorCode;
  constructor(code: InputErrorCode) {
    super(WORDS[code]);
    this.name = "BounceInputError";
    this.code = code;
  }
}

const WORDS: Readonly<Record<InputErrorCode, string>> = {
  "too-large": "The file is larger than 25 MB.",
  "archive-damaged": "The compressed file is damaged.",
  "archive-too-large": "The compressed file holds far more than a bounce can.",
  "archive-too-many-files": "The archive holds more than 50,000 files.",
  "archive-nested": "The archive holds another archive; unpack the outer one first.",
  "archive-encrypted": "The archive is protected by a password.",
  "outlook-msg-unreadable":
    "This Outlook message (.msg) could not be read; save it as .eml or paste its text.",
  "time-limit": "Reading this took too long and was stopped.",
};
