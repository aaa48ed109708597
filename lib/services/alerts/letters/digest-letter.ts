import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { LetterPart } from "#lib/mailer/write-letter.ts";
import type { ChangedContent } from "../alert-content.ts";
import type { Told } from "../messages/alerts-of.ts";
import { linksOf } from "../webhooks/webhook-event.ts";
import { changeItems } from "./change-letter.ts";
import { dayAndMinute } from "./letter-words.ts";

const MOST_ALERTS = 25;
const MOST_CHANGES_EACH = 4;

/** "31 more changes at 12 domains". */
export const digestSubject = (alerts: readonly Told<ChangedContent>[]): string =>
  `${plural(changesIn(alerts), "more change")} at ${plural(domainsIn(alerts), "domain")}`;

/** The changes of an hour, domain by domain. */
export function digestParts(
  site: string,
  alerts: readonly Told<ChangedContent>[],
  { kind }: AlertChannel,
): readonly LetterPart[] {
  const left = alerts.length - MOST_ALERTS;
  const rest: readonly LetterPart[] =
    left <= 0 ? [] : [{ part: "note", text: `And ${plural(left, "more alert")}, on the page of alerts.` }];
  const page: readonly LetterPart[] =
    kind === "own" ? [{ part: "link", label: "See all alerts", url: `${site}/account/alerts` }] : [];
  return [
    { part: "heading", text: digestSubject(alerts) },
    {
      part: "text",
      text: "A lot changed within an hour, so these come together. A second, fresh look has confirmed each of them.",
    },
    ...alerts.slice(0, MOST_ALERTS).flatMap(alert => partsOf(site, alert)),
    ...rest,
    ...page,
  ];
}

function partsOf(site: string, alert: Told<ChangedContent>): readonly LetterPart[] {
  const { comparison, report } = linksOf(site, alert, alert.content);
  return [
    { part: "subheading", text: alert.domain },
    ...changeItems(alert.content.changes, MOST_CHANGES_EACH),
    {
      part: "small-link",
      text: `Seen on ${dayAndMinute(alert.content.noticedAt)}.`,
      label: "Compare before and after",
      url: comparison ?? report ?? site,
    },
  ];
}

const changesIn = (alerts: readonly Told<ChangedContent>[]): number =>
  alerts.reduce((sum, { content }) => sum + content.changes.length, 0);

const domainsIn = (alerts: readonly Told<ChangedContent>[]): number =>
  new Set(alerts.map(({ domain }) => domain)).size;

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
