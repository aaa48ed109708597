import { defineReader } from "./define-reader.ts";
import { localReason, readSections } from "./read-sections.ts";

/** Google's notices, new ("Address not found") and old ("Technical details of permanent failure"). */
export const gmail = defineReader({
  format: "gmail",
  marks:
    /\*\* (?:Address not found|Message (?:blocked|not delivered|too large)|Delivery incomplete|Recipient inbox full|Out of storage|Unable to (?:send|deliver))|Address not found\s{1,40}Your message|Message (?:blocked|not delivered)\s{1,40}(?:Your message|There was a problem)|The response (?:from the remote server )?was:|Technical details of (?:permanent|temporary) failure|Delivery to the following recipients? (?:failed permanently|has been delayed)|Google tried to deliver your message|There was a temporary problem (?:while )?delivering your message to|the group you tried to\s{1,9}contact \(/i,
  until: /-{5} ?Original message ?-{5}|-{5} ?Message truncated ?-{5}/i,
  read: words => {
    const sections = readSections(words);
    if (
      sections.some(failure => failure.replies.some(reply => reply.code !== null || reply.enhanced !== null))
    ) {
      return sections;
    }
    // No server was reached: the response is Google's own ("DNS Error: ..."), or only the notice tells.
    const response = RESPONSE.exec(words);
    const reason = localReason(
      response === null ? words.trim() : words.slice(response.index + response[0].length),
    );
    return sections.map(failure => ({
      ...failure,
      replies: reason === null ? failure.replies : [reason],
      notice: noticeIn(words),
    }));
  },
});

const RESPONSE =
  /The (?:response (?:from the remote server )?was|error that the other server returned was):\s{1,10}/i;

const noticeIn = (words: string): string | null =>
  /(?:Your message (?:wasn't|to|couldn't)|There was a (?:temporary )?problem)[^\n]{5,500}/i.exec(
    words,
  )?.[0] ?? null;
