import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { LetterPart } from "#lib/mailer/write-letter.ts";
import type { AlertedChange } from "../alert.ts";
import type { ChangedContent } from "../alert-content.ts";
import type { Told } from "../messages/alerts-of.ts";
import type { Remedy } from "../remedies.ts";
import { linksOf } from "../webhooks/webhook-event.ts";
import { cut, dayAndMinute } from "./letter-words.ts";

/** More than this nobody reads in a mail; the comparison shows all of them. */
const MOST_CHANGES = 12;

/** "contoso.com: DMARC policy went from quarantine to none (and 2 more changes)". */
export function changeSubject(domain: string, { changes }: ChangedContent): string {
  const [first] = worstFirst(changes);
  const others = changes.length - 1;
  const more = others <= 0 ? "" : ` (and ${others} more change${others === 1 ? "" : "s"})`;
  return `${domain}: ${cut(first?.sentence ?? "something changed", 110)}${more}`;
}

export interface ToldChange {
  readonly site: string;
  readonly alert: Told<ChangedContent>;
  readonly channel: AlertChannel;
  readonly remedies: readonly Remedy[];
}

/** What changed, since when, where to see it, and what to do. */
export const changeParts = ({ site, alert, channel, remedies }: ToldChange): readonly LetterPart[] => [
  { part: "heading", text: heading(alert) },
  ...changeItems(alert.content.changes, MOST_CHANGES),
  { part: "text", text: since(alert.content) },
  ...whatToDo(alert.content.changes, remedies),
  ...links(site, alert, channel),
];

/** The changes as items, those for the worse first. */
export function changeItems(changes: readonly AlertedChange[], most: number): readonly LetterPart[] {
  const shown: readonly LetterPart[] = worstFirst(changes)
    .slice(0, most)
    .map(({ direction, sentence }) => ({ part: "item", ...MARKS[direction], text: cut(sentence, 300) }));
  const left = changes.length - shown.length;
  return left <= 0
    ? shown
    : [...shown, { part: "note", text: `And ${left} more; the comparison shows all of them.` }];
}

const MARKS = {
  worse: { mark: "Worse", tone: "bad" },
  better: { mark: "Better", tone: "good" },
  other: { mark: "Changed", tone: "plain" },
} as const;

const RANK = { worse: 0, other: 1, better: 2 } as const;

const worstFirst = (changes: readonly AlertedChange[]): readonly AlertedChange[] =>
  changes.toSorted((one, other) => RANK[one.direction] - RANK[other.direction]);

const heading = ({ domain, content }: Told<ChangedContent>): string =>
  content.changes.length === 1
    ? `Something changed at ${domain}`
    : `${content.changes.length} things changed at ${domain}`;

function since({ lastSeenAt, noticedAt }: ChangedContent): string {
  const noticed = dayAndMinute(noticedAt);
  const confirmed = "A second, fresh look has confirmed it.";
  if (lastSeenAt === null) return `First seen on ${noticed}. ${confirmed}`;
  return `Still as before on ${dayAndMinute(lastSeenAt)}, seen to have changed on ${noticed}. ${confirmed}`;
}

/** What the report says to do, where it knows; else how to find out. */
function whatToDo(changes: readonly AlertedChange[], remedies: readonly Remedy[]): readonly LetterPart[] {
  if (changes.every(({ direction }) => direction === "better")) {
    return [{ part: "text", text: "What to do: nothing. This is good news." }];
  }
  if (changes.every(({ direction }) => direction !== "worse")) {
    return [
      {
        part: "text",
        text: "What to do: look whether this was meant. The comparison shows what was there before.",
      },
    ];
  }
  return [
    { part: "subheading", text: "What to do" },
    {
      part: "text",
      text: "If this was meant, nothing. If not, have it put back: the comparison shows what was there before.",
    },
    ...remedies.map(
      ({ who, title, how }): LetterPart => ({
        part: "text",
        text: `${cut(title, 200)}. ${WHO[who]}: ${how === null ? "the report has the record to copy, and what to do before." : cut(how, 400)}`,
      }),
    ),
  ];
}

const WHO: { readonly [Party in Remedy["who"]]: string } = {
  "dns-admin": "For whoever edits the DNS",
  "mail-admin": "For whoever runs the mail system",
  provider: "For the mail provider",
  "list-operator": "For the operator of the list",
  nobody: "Nobody has to act",
};

/** The timeline opens for the account alone; the reports for whoever has the link. */
function links(site: string, alert: Told<ChangedContent>, { kind }: AlertChannel): readonly LetterPart[] {
  const { comparison, report, monitor } = linksOf(site, alert, alert.content);
  const look: LetterPart =
    comparison === null
      ? { part: "link", label: "See the report", url: report ?? site }
      : { part: "link", label: "Compare before and after", url: comparison };
  if (monitor === null || kind !== "own") return [look];
  return [
    look,
    {
      part: "small-link",
      text: "Everything that happened before.",
      label: `Timeline of ${alert.domain}`,
      url: monitor,
    },
  ];
}
