/** Whether a text with LF line ends is the source of a mail: a header block with several well-known fields. */
export function looksLikeMailSource(text: string): boolean {
  const start = /^(?:\ufeff|\s){0,20}(?:>?From [^\n]{1,300}\n)?/.exec(text)?.[0].length ?? 0;
  const end = text.indexOf("\n\n", start);
  const lines = text.slice(start, Math.min(end === -1 ? text.length : end, start + 64 * 1024)).split("\n");
  let known = 0;
  let foreign = 0;
  for (const line of lines) {
    if (KNOWN.test(line)) known += 1;
    else if (!/^(?:[ \t]|[!-9;-~]{1,80}:)/.test(line)) foreign += 1;
  }
  return (
    known >= 2 &&
    TELLING.test(`\n${lines.join("\n")}`) &&
    foreign * 10 <= lines.length &&
    !STATUS_ONLY.test(lines[0] ?? "")
  );
}

const KNOWN =
  /^(?:return-path|received|from|to|cc|subject|date|sent|message-id|mime-version|content-type|content-transfer-encoding|delivered-to|dkim-signature|authentication-results|auto-submitted|reply-to|sender|x-failed-recipients|x-[\w-]{2,60}|arc-[\w-]{2,40}):/i;
const TELLING = /\n(?:from|received|return-path|content-type|message-id|subject):/i;
const STATUS_ONLY = /^(?:reporting-mta|final-recipient|original-recipient|diagnostic-code):/i;

/** A source whose own header was left out of the paste: it begins with a boundary and the header of a part. */
export function withMissingHeader(text: string): string | null {
  const boundary =
    /^\s{0,20}(?:[^\n]{0,200}\n){0,3}?--([^\s-][^\s]{0,199})[ \t]{0,4}\n(?:Content-[A-Za-z-]{2,40}:)/i.exec(
      text,
    )?.[1];
  return boundary === undefined ? null : `Content-Type: multipart/mixed; boundary="${boundary}"\n\n${text}`;
}
