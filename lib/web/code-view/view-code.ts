import statusCodes from "../../../data/enhanced-status-codes.json" with { type: "json" };
import { CAUSE_SENTENCES } from "#lib/bounce/cause-sentences.ts";
import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import { type CodeExample, examplesOf } from "#lib/bounce/codes/code-examples.ts";
import { CODE_PAGES, type CodePage } from "#lib/bounce/codes/code-pages.ts";
import { judge } from "#lib/bounce/parse-bounce.ts";
import { readText } from "#lib/bounce/read-text.ts";
import { providerName } from "#lib/bounce/provider.ts";
import type { CodeView, ExampleGroup, LinkView } from "./code-view.ts";
import { referenceLink, sourceView } from "./source-links.ts";
import { viewVendors } from "./vendor-view.ts";

/** A code with all its meanings, for its page. Pure. */
export function viewCode(page: CodePage): CodeView {
  const at = CODE_PAGES.indexOf(page);
  const vendors = viewVendors(page);
  const { registered } = page;
  return {
    slug: page.slug,
    title: codeTitle(page),
    lead: leadOf(page, vendors.length),
    subject: subjectOf(page),
    registered:
      registered === null
        ? null
        : {
            name: registered.name,
            meaning: registered.meaning,
            usedWith: registered.usedWith,
            references: registered.references.map(referenceLink),
            clash: registered.clash,
          },
    classes:
      page.key.kind === "reply" ? replyClass(page.slug) : page.digits.map(digit => CLASSES[digit] ?? ""),
    vendors,
    alone: page.key.kind === "range" ? [] : aloneOf(page.slug),
    examples: groupExamples(examplesOf(page)),
    guide: page.slug === "5.4.1" ? "/guides/550-5-4-1" : null,
    before: neighbour(CODE_PAGES[at - 1]),
    after: neighbour(CODE_PAGES[at + 1]),
  };
}

/** "5.4.1", "4.7.500 to 4.7.699", "550". */
export const codeTitle = ({ key, slug }: CodePage): string =>
  key.kind === "range" ? slug.replace("-", " to ") : slug;

/** The part of the registry that a status code is in. */
function subjectOf({ key }: CodePage): string | null {
  if (key.kind === "reply") return null;
  const subjects: Readonly<Record<string, string>> = statusCodes.subjects;
  return subjects[String(key.subject)] ?? null;
}

/** The meaning in one line: as registered, else as the first mail system means it. */
export const meaningOf = ({ registered, vendors }: CodePage): string =>
  registered?.name ?? registered?.meaning ?? vendors[0]?.meaning ?? "Used by a single mail system";

function leadOf({ registered, vendors: rows }: CodePage, vendors: number): string {
  if (registered === null) {
    const [vendor] = rows;
    return vendor === undefined
      ? "In no registry; single mail systems use it."
      : `${vendor.provider}: ${vendor.meaning}`;
  }
  if (registered.clash !== null && registered.name !== null) {
    return `Registered as “${registered.name}”. Not every mail system means that by it.`;
  }
  return vendors === 0
    ? registered.meaning
    : `${registered.meaning} Below: what single mail systems use it for.`;
}

const CLASSES: Readonly<Record<number, string>> = {
  2: "Beginning with 2, it reports success.",
  4: "Beginning with 4, it is a refusal for now: the sending server tries again by itself.",
  5: "Beginning with 5, it is final: sending the same mail again gives the same answer.",
};

const replyClass = (slug: string): readonly string[] => [
  slug.startsWith("4")
    ? "Replies from 400 to 499 are refusals for now: the sending server tries again by itself."
    : "Replies from 500 to 599 are final: sending the same mail again gives the same answer.",
];

/** What the engine makes of the bare code. */
function aloneOf(slug: string): CodeView["alone"] {
  const causes = judge(readText(slug)).failures[0]?.causes ?? [];
  return causes
    .filter(({ cause }) => cause !== "unknown")
    .map(({ cause, probability }) => ({
      title: CAUSE_TITLES[cause],
      sentence: CAUSE_SENTENCES[cause],
      probability,
    }));
}

const MOST_GROUPS = 12;
const REPLIES_EACH = 3;

function groupExamples(examples: readonly CodeExample[]): readonly ExampleGroup[] {
  return [...Map.groupBy(examples, ({ cause }) => cause)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, MOST_GROUPS)
    .map(([cause, replies]) => ({
      cause: CAUSE_TITLES[cause],
      sentence: CAUSE_SENTENCES[cause],
      replies: replies.slice(0, REPLIES_EACH).map(({ reply, provider, source }) => ({
        text: reply,
        provider: provider === null ? null : providerName(provider),
        source: sourceView(source),
      })),
    }));
}

const neighbour = (page: CodePage | undefined): LinkView | null =>
  page === undefined ? null : { label: codeTitle(page), href: `/codes/${page.slug}` };
