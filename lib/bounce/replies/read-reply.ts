import type { Reply } from "../failure.ts";
import { orderReplies } from "../readers/read-sections.ts";
import { cleanReply } from "./clean-reply.ts";
import { findReplies } from "./find-replies.ts";
import { speakerIn } from "./speaker.ts";
import { stageImplied, stageNamed } from "./stage.ts";

/** The replies in a text that is nothing else (a Diagnostic-Code, a reason of a webhook), innermost first. */
export function readReply(text: string): readonly Reply[] {
  const found = orderReplies(findReplies(text));
  return found.length > 0 ? found : wordsInPlaceOfReply(text);
}

/** What a mail system wrote in place of a reply, as one without codes. Nothing where there are no words. */
function wordsInPlaceOfReply(text: string): readonly Reply[] {
  const line = cleanReply(text);
  if (!/\p{L}{2}/u.test(line)) return [];
  return [
    {
      code: null,
      enhanced: null,
      text: line,
      ...speakerIn(line),
      stage: stageNamed(line) ?? stageImplied(line),
    },
  ];
}
