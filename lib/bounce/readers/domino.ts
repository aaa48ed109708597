import { defineReader } from "./define-reader.ts";
import { localReason, readSections } from "./read-sections.ts";
import { firstAddress } from "../words/addresses.ts";

/** "was not delivered to", "because": in the languages that Domino speaks. */
const NOT_DELIVERED = [
  "was not delivered to",
  "(?:konnte |wurde )?nicht (?:zugestellt|übermittelt|ausgeliefert)(?: werden)?(?: an)?",
  "n'a pas (?:pu être |été )?(?:distribuée?|remise?|délivrée?|transmise?)(?: à)?",
  "no (?:se (?:ha )?entreg(?:ó|ado)|fue entregad[oa]|se pudo entregar)(?: a)?",
  "non (?:è stat[oa] |ha potuto essere )?(?:consegnat[oa]|recapitat[oa]|inoltrat[oa])(?: a)?",
  "não (?:foi |pôde ser )?entregue(?: (?:a|para))?",
  "(?:is |werd |kon )?niet (?:worden )?(?:bezorgd|afgeleverd|besteld)(?: bij| aan)?",
  "(?:kunde inte levereras|levererades inte|kunne ikke leveres|blev ikke leveret|ble ikke levert)(?: till?)?",
  "(?:次の(?:宛先|受信者)に)?(?:は)?(?:配信|配達|送信)(?:されません|できません)でした",
  "无法(?:传递|传送|递送|投递)(?:到|给)?",
].join("|");
const BECAUSE =
  "because|weil|da|wegen|grund|aus folgendem grund|car|parce que|(?:pour la )?raison(?: suivante)?|motif|porque|debido a|motivo|razón|perché|poiché|a causa di|por causa de|omdat|reden|wegens|eftersom|orsak|på grund av|fordi|årsag|理由|原因|因为";

/** HCL (IBM Lotus) Domino, in the language of the server: recipient first, then the reason after "because:". */
export const domino = defineReader({
  format: "domino",
  marks: new RegExp(
    `not listed in (?:the )?(?:public (?:name (?:and|&) address book|address book)|Domino Directory)|(?:${NOT_DELIVERED})\\s?[:：]?\\s{1,20}[^\\n]{1,300}?\\s{1,20}(?:${BECAUSE})\\s?[:：]`,
    "i",
  ),
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

const LAYOUT = new RegExp(
  `(?:${NOT_DELIVERED})\\s?[:：]?\\s{1,20}([^\\n]{1,300}?)\\s{1,20}(?:${BECAUSE})\\s?[:：]?\\s{1,20}([\\s\\S]{1,1000})`,
  "i",
);
