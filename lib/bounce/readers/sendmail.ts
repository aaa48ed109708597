import type { Reply } from "../failure.ts";
import { cleanReply } from "../replies/clean-reply.ts";
import type { ProseFailure } from "./delivery-report.ts";
import { defineReader } from "./define-reader.ts";
import { readSections } from "./read-sections.ts";

/** sendmail's savemail.c: the failed addresses, then the transcript of the session. */
export const sendmail = defineReader({
  format: "sendmail",
  marks:
    /-{3,99} ?(?:The following addresses had (?:permanent (?:fatal|delivery) errors|delivery problems|transient non-fatal errors)|Transcript of session follows|Unsent message follows|Recipients of this delivery)|\*{2} {1,40}THIS IS A WARNING MESSAGE ONLY/i,
  from: /(?=-{3,99} ?(?:The following addresses had|Transcript of session follows))/i,
  until:
    /-{3,99} ?(?:Original message follows|Unsent message follows|Returned message follows|Message header follows)/i,
  read: words => {
    const output = outputOfMailer(words);
    const sections = readSections(words);
    return output === null ? sections : sections.map(failure => withOutput(failure, output));
  },
});

/** What a local program printed stands in the transcript before sendmail's own words about it, without a code. */
function outputOfMailer(words: string): string | null {
  const start = /-{3,99} ?Transcript of session follows ?-{0,99}\n/i.exec(words);
  if (start === null || /^[ \t]{0,8}<<< /m.test(words)) return null;
  const transcript = words.slice(start.index + start[0].length, start.index + start[0].length + 2000);
  const lines: string[] = [];
  for (const line of transcript.split("\n")) {
    if (/^\s{0,8}(?:[45]\d\d[ -]|-{3,99})/.test(line) || /\.\.\. (?:deferred|warning)/i.test(line)) break;
    if (!/^\s{0,8}(?:>>>|\.\.\.|<)|^\s*$/.test(line)) lines.push(line);
  }
  const text = cleanReply(lines.join(" "));
  return /\p{L}{3}/u.test(text) ? text : null;
}

const withOutput = (failure: ProseFailure, output: string): ProseFailure =>
  failure.replies.some(reply => reply.host !== null)
    ? failure
    : { ...failure, replies: [said(output), ...failure.replies] };

const said = (text: string): Reply => ({
  code: null,
  enhanced: null,
  text,
  host: null,
  ip: null,
  stage: null,
});
