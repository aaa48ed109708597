import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { domainOf, findAddresses } from "#lib/bounce/words/addresses.ts";

/** Words by which people could be known, as they stand in a report. */
export interface PersonalWords {
  /** Addresses of the failures in lower case, by what stands for each. */
  readonly masks: ReadonlyMap<string, string>;
  /** Local parts, their parts, and names: longest first. */
  readonly words: readonly string[];
  readonly subject: string | null;
  readonly messageId: string | null;
}

/** What stands for the part of an address that names a person. */
export const MASK = "…";

/** Collects the personal words of a report, its text included. */
export function personalWordsIn(report: BounceReport): PersonalWords {
  const { failures, message, text } = report;
  const recipients = failures.flatMap(({ recipient, originalRecipient }) => [recipient, originalRecipient]);
  const own = [...recipients, ...message.to, message.from, message.mailFrom].filter(one => one !== null);
  const locals = [...own, ...addressesInHead(text)].map(address =>
    address.slice(0, address.lastIndexOf("@")),
  );
  const known = new Set(technicalWords(report));
  const words = [...locals, ...locals.flatMap(partsOf), ...namesIn(text)]
    .map(word => word.trim())
    .filter(word => word.length >= SHORTEST && !known.has(word.toLowerCase()));
  return {
    masks: masksFor(recipients.filter(one => one !== null)),
    words: [...new Set(words)].toSorted((one, other) => other.length - one.length).slice(0, MOST_WORDS),
    subject: message.subject,
    messageId: message.messageId,
  };
}

/** Shorter words stand for too much. */
const SHORTEST = 3;
/** Enough for any report of a person; a log is not shared as one. */
const MOST_WORDS = 500;
/** What is said of people stands at the beginning. */
const HEAD = 64 * 1024;

const addressesInHead = (text: string): readonly string[] =>
  findAddresses(text.slice(0, HEAD))
    .slice(0, MOST_WORDS)
    .map(({ address }) => address);

/** Recipients of one domain are told apart by a number. */
function masksFor(recipients: readonly string[]): ReadonlyMap<string, string> {
  const byDomain = Map.groupBy(new Set(recipients.map(one => one.toLowerCase())), domainOf);
  return new Map(
    [...byDomain].flatMap(([domain, addresses]) =>
      addresses.map(
        (address, at) => [address, `${MASK}${addresses.length > 1 ? at + 1 : ""}@${domain}`] as const,
      ),
    ),
  );
}

/** "jane.doe+shop" names Jane and Doe. */
const partsOf = (local: string): readonly string[] =>
  local.split(/[^\p{L}\p{N}]+/u).filter(part => part.length >= SHORTEST && /\p{L}/u.test(part));

/** Display names in the lines of a header: `From: Jane Doe <jane@example.com>`. */
function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  for (const [, line = ""] of text.slice(0, HEAD).matchAll(NAME_LINES)) {
    for (const [, quoted, bare] of line.matchAll(
      /"([^"\n]{2,80})"\s*<|(?:^|[,;])\s*([^<>"@,;\n]{2,80}?)\s*</gu,
    )) {
      const name = quoted ?? bare ?? "";
      names.push(name, ...partsOf(name));
    }
  }
  return names;
}

const NAME_LINES =
  /^[ \t>|]{0,8}(?:From|To|Cc|Bcc|Sender|Reply-To|X-Display-Name|Von|An|De|À|Para|Da|A|Van|Aan|Från|Till|差出人|宛先)\s?:[ \t]*([^\n]{1,2000})/gimu;

/** Words that a report cannot do without, although somebody may be called so: labels of hosts, roles, SMTP's own. */
function technicalWords({ failures, message }: BounceReport): readonly string[] {
  const hosts = failures.flatMap(failure => [
    failure.reportingMta,
    failure.remoteMta,
    failure.recipient === null ? null : domainOf(failure.recipient),
    ...failure.replies.map(({ host }) => host),
  ]);
  const domains = [message.from, message.mailFrom].map(address =>
    address === null ? null : domainOf(address),
  );
  const labels = [...hosts, ...domains, message.helo].flatMap(
    host => host?.toLowerCase().split(/[.-]/u) ?? [],
  );
  return [...labels, ...COMMON];
}

const COMMON = (
  "abuse access account address admin alias all bounce bounces box calendar client company contact daemon delivery " +
  "denied domain email error failed group help host hostmaster info inbox internal jobs list lists local mail mailbox " +
  "mailer mailer-daemon message microsoft news newsletter no-reply noreply notify nobody office outlook policy post " +
  "postmaster protection recipient recipients rejected relay reply return root sales security sender server service " +
  "shop smtp spam status support system team test unknown user users web webmaster"
).split(" ");
