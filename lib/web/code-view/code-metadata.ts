import type { CodePage } from "#lib/bounce/codes/code-pages.ts";
import { codeTitle, meaningOf } from "./view-code.ts";

/** Title and description of the page about a code, for search engines and previews. */
export function codeMetadata(page: CodePage) {
  const title = codeTitle(page);
  const vendors = [...new Set(page.vendors.map(({ provider }) => provider))];
  const who = vendors.length === 0 ? "" : ` What ${vendors.join(", ")} mean by it.`;
  return {
    title: `${title}: ${meaningOf(page)}`,
    description:
      `${page.registered?.meaning ?? page.vendors[0]?.meaning ?? ""}${who} Cause, who acts, fix, example replies and sources.`.trim(),
    alternates: { canonical: `/codes/${page.slug}` },
  };
}
