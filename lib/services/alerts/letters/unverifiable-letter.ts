import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { LetterPart } from "#lib/mailer/write-letter.ts";
import type { UnverifiableContent } from "../alert-content.ts";
import type { Told } from "../messages/alerts-of.ts";
import { dayAndMinute } from "./letter-words.ts";

const MOST_DOMAINS = 10;

/** "Could not check contoso.com" or "Could not check 1,000 domains". */
export const unverifiableSubject = (alerts: readonly Told<UnverifiableContent>[]): string =>
  `Could not check ${countWords(alerts)}`;

/** That nothing is known, and of how many: this is neither good news nor bad. */
export function unverifiableParts(
  site: string,
  alerts: readonly Told<UnverifiableContent>[],
  { kind }: AlertChannel,
): readonly LetterPart[] {
  const named = alerts.slice(0, MOST_DOMAINS);
  const left = alerts.length - named.length;
  const page: readonly LetterPart[] =
    kind === "own" ? [{ part: "link", label: "See what you watch", url: `${site}/account/watched` }] : [];
  return [
    { part: "heading", text: unverifiableSubject(alerts) },
    {
      part: "text",
      text: `Several checks in a row came to no result. This says nothing about the ${alerts.length === 1 ? "domain" : "domains"}, neither good nor bad: the fault may lie with the name servers, with our resolver, or in between.`,
    },
    ...named.map(
      ({ domain, content }): LetterPart => ({
        part: "item",
        mark: "Not measured",
        tone: "unknown",
        text: `${domain}, since ${dayAndMinute(content.since)}`,
      }),
    ),
    ...(left <= 0 ? [] : [{ part: "note", text: `And ${NUMBER.format(left)} more.` } as const]),
    {
      part: "text",
      text: `What to do: ${alerts.length === 1 ? "look whether its name servers answer" : "if these share their name servers, look whether those answer"}. Otherwise wait: checks go on by themselves, and no further notice of this kind comes within 12 hours.`,
    },
    ...page,
  ];
}

const countWords = (alerts: readonly Told<UnverifiableContent>[]): string =>
  alerts.length === 1 ? (alerts[0]?.domain ?? "a domain") : `${NUMBER.format(alerts.length)} domains`;

const NUMBER = new Intl.NumberFormat("en");
