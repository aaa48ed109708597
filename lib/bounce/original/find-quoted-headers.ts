import { type Headers, NO_HEADERS, parseHeaders } from "../mime/headers.ts";

export interface QuotedHeaderBlock {
  readonly headers: Headers;
  /** Where the block begins in the text; the text's length where there is none. */
  readonly start: number;
}

/**
 * Finds the header of the returned mail in a text: after the words that announce it, or where a run of trace and
 * address fields begins. Works on text that lost its line breaks, too.
 */
export function findQuotedHeaders(text: string, from: number): QuotedHeaderBlock {
  const start = startOfBlock(text, from);
  if (start === -1) return { headers: NO_HEADERS, start: text.length };
  const block = text.slice(start, start + LONGEST_BLOCK);
  const lines =
    block.includes("\n") && (block.match(FIELD_AT_LINE)?.length ?? 0) >= 2 ? block : unflatten(block);
  return { headers: parseHeaders(joinWrapped(lines)), start };
}

const LONGEST_BLOCK = 64 * 1024;

const NAMES =
  "Return-Path|Received|Received-SPF|Authentication-Results|ARC-Seal|ARC-Message-Signature|ARC-Authentication-Results|" +
  "DKIM-Signature|DKIM-Filter|DomainKey-Signature|X-Google-DKIM-Signature|X-Google-Smtp-Source|X-Gm-Message-State|X-Received|From|Sender|Reply-To|To|Cc|" +
  "Subject|Date|Message-ID|Message-Id|MIME-Version|Mime-Version|Content-Type|Content-Language|" +
  "Content-Transfer-Encoding|References|In-Reply-To|Thread-Topic|Thread-Index|Accept-Language|User-Agent|X-Mailer|" +
  "X-Originating-IP|X-MS-[A-Za-z-]{1,60}|X-Forefront-[A-Za-z-]{1,40}|X-Microsoft-[A-Za-z-]{1,60}|X-Spam-[A-Za-z-]{1,40}|List-[A-Za-z-]{1,20}|X-Priority|Importance";

const FIELD_AT_LINE = new RegExp(`^[ \\t]{0,8}(?:${NAMES}):`, "gm");
const FIELD_ANYWHERE = new RegExp(`[ \\t\\n]{1,20}(?=(?:${NAMES}):[ \\t])`, "g");

/** A block that only a mail header can be: trace, signature or envelope fields. */
const CERTAIN =
  /(?:^|\s)(?:Received:\s{1,10}(?:from|by)\s|Return-Path:\s{0,5}<|DKIM-Signature:\s{1,10}[av]=|Message-I[Dd]:\s{1,10}<|MIME-Version:\s{1,10}1\.0|X-Received:\s|ARC-Seal:\s|Authentication-Results:\s)/g;

function startOfBlock(text: string, from: number): number {
  CERTAIN.lastIndex = from;
  const certain = CERTAIN.exec(text);
  if (certain === null) return -1;
  const at = certain.index + (/\s/.test(text[certain.index] ?? "") ? 1 : 0);
  return backToFirstField(text, at, from);
}

/** Fields such as From: and Subject: directly before belong to the block. */
function backToFirstField(text: string, at: number, from: number): number {
  let start = at;
  for (let lines = 0; lines < 40; lines += 1) {
    const previousEnd = start - 1;
    if (previousEnd <= from || text[previousEnd] !== "\n") return start;
    const previousStart = text.lastIndexOf("\n", previousEnd - 1) + 1;
    const line = text.slice(previousStart, previousEnd);
    if (line.trim() === "" || previousStart < from || !/^(?:[\w-]{2,60}:\s|\s+\S)/.test(line)) return start;
    start = previousStart;
  }
  return start;
}

const unflatten = (block: string): string => block.replace(FIELD_ANYWHERE, "\n");

/** Pasted headers lose the blanks of their folds: a line that starts no field goes on with the one before. */
function joinWrapped(block: string): string {
  const lines: string[] = [];
  for (const line of block.split("\n")) {
    const trimmed = line.replace(/^[ \t]{1,8}(?=[\w-]{2,60}:\s)/, "");
    if (trimmed.trim() === "") {
      if (lines.length > 2) break;
      continue;
    }
    lines.push(/^(?:[A-Za-z][\w-]{1,60}:|[ \t])/.test(trimmed) ? trimmed : ` ${trimmed}`);
  }
  return lines.join("\n");
}
