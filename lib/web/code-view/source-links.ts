import type { LinkView, SourceView } from "./code-view.ts";

/** "RFC3463" as a link to the RFC Editor; drafts to the IETF's archive. */
export const referenceLink = (reference: string): LinkView => {
  const number = /^RFC(\d+)$/.exec(reference)?.[1];
  return number === undefined
    ? { label: reference, href: `https://datatracker.ietf.org/doc/${reference}/` }
    : { label: `RFC ${number}`, href: `https://www.rfc-editor.org/rfc/rfc${number}` };
};

/** A source as the tables write it: an address and a note, or words alone. */
export function sourceView(source: string): SourceView {
  const [, url, note = ""] = /^(https:\/\/[^\s;]+)(.*)$/.exec(source) ?? [];
  if (url === undefined || !URL.canParse(url)) {
    return { label: source.replace(/^observed: /, "seen in mail: "), href: null };
  }
  return { label: `${new URL(url).hostname.replace(/^www\./, "")}${note}`, href: url };
}
