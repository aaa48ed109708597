import { firstAddress } from "../words/addresses.ts";
import { defineReader } from "./define-reader.ts";
import { localReason, readSections } from "./read-sections.ts";

/** NTT docomo, KDDI (au, ezweb) and SoftBank: few words, often without a code. */
export const japaneseCarriers = defineReader({
  format: "japanese-carrier",
  marks:
    /@(?:docomo|ezweb|softbank|[a-z]{1,2}\.vodafone|au|ymobile|i\.softbank|disney|willcom|pdx)\.ne\.jp|Could not be delivered to:|The user\(s\) account is (?:temporarily over quota|disabled)|宛先不明|メールを送信できませんでした|次のあて先(?:への|に)|送信先メールアドレスが見つかりません/i,
  until: /-{3,99} ?(?:original message|Original Message|以下)/i,
  read: words => {
    const sections = readSections(words);
    if (sections.some(failure => failure.replies.length > 0)) return sections;
    const reason = localReason(REASON.exec(words)?.[0] ?? words);
    const recipient = sections[0]?.recipient ?? firstAddress(words);
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

const REASON =
  /(?:The user\(s\) account|As their|The following recipients? did not|Each of the following|Unknown user|Mail delivery|次の|送信先|宛先)[^\n]{0,200}/i;
