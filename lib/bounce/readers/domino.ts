import { defineReader } from "./define-reader.ts";
import { localReason, readSections } from "./read-sections.ts";
import { firstAddress } from "../words/addresses.ts";

/** HCL (IBM Lotus) Domino: recipient first, then the reason after "because:". */
export const domino = defineReader({
  format: "domino",
  marks:
    /was not delivered to:?\s[\s\S]{1,400}?\sbecause:?\s|(?:not listed in (?:the )?(?:public (?:name (?:and|&) address book|address book)|Domino Directory))|konnte nicht zugestellt werden an:[\s\S]{1,400}?\s(?:weil|da|wegen):|n'a pas (?:été distribué|pu être remis) à[\s\S]{1,300}?\s(?:car|parce que) ?:/i,
  read: words => {
    const parts = LAYOUT.exec(words);
    const sections = readSections(words);
    const recipient =
      parts?.[1] === undefined ? null : (firstAddress(parts[1]) ?? parts[1].trim().split("\n")[0] ?? null);
    if (sections.some(failure => failure.replies.some(reply => reply.code !== null))) {
      return sections.map(failure => ({ ...failure, recipient: failure.recipient ?? recipient }));
    }
    const reason = localReason(parts?.[2] ?? words);
    return [
      {
        recipient,
        originalRecipient: null,
        replies: reason === null ? [] : [reason],
        notice: reason?.text ?? null,
      },
    ];
  },
});

const LAYOUT =
  /(?:was not delivered to|nicht zugestellt werden an|n'a pas (?:été distribué|pu être remis) à) ?:?\s{1,20}([^\n]{1,300}?)\s{1,20}(?:because|weil|da|wegen|car|parce que) ?:?\s{1,20}([\s\S]{1,1000})/i;
