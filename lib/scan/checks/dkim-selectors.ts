import { parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { setupSteps } from "../dkim-setup.ts";

type Counts = { readonly tried: number; readonly answered: number };
type FoundArgs = Counts & { readonly selectors: readonly string[] };
type WildcardArgs = FoundArgs & { readonly domain: string; readonly target: string | null };

/** Under which names are keys for signing mail published? */
export const dkimSelectors = defineCheck({
  id: "dkim-selectors",
  section: "authentication",
  question: "Are there keys for signing mail?",
  why: "DKIM signatures survive forwarding, and DMARC needs them for that. There is no list of a domain's keys, so they can only be looked for under likely names.",
  reference: "RFC 6376, section 3.6.2; RFC 8020",
  weighty: false,
  needs: ["dkim", "profile"],
  outcomes: {
    found: outcome<FoundArgs>({
      status: "pass",
      title: ({ selectors }) =>
        selectors.length === 1
          ? `There is a key at the selector ${selectors[0]}`
          : `There are keys at ${selectors.length} selectors: ${selectors.join(", ")}`,
      detail: countWords,
      figure: ({ selectors }) => String(selectors.length),
      example: { selectors: ["selector1", "selector2"], tried: 80, answered: 80 },
    }),
    "none-found": outcome<Counts>({
      status: "info",
      title: () => "No key was found under the names tried, which does not mean that there is none",
      detail: args =>
        `${countWords(args)} A message that the domain sent names its selector: paste one to have it looked at.`,
      example: { tried: 80, answered: 80 },
    }),
    "no-domainkey": outcome<{ domain: string }>({
      status: "warn",
      title: ({ domain }) => `Nothing exists below _domainkey.${domain}, so mail from it cannot be signed`,
      fix: (_, context) => ({ who: "mail-admin", steps: setupSteps(context), records: [] }),
      example: { domain: "example.com" },
    }),
    wildcard: outcome<WildcardArgs>({
      status: "warn",
      title: ({ domain }) => `Every name below _domainkey.${domain} answers, also those that nobody chose`,
      detail: ({ selectors }) =>
        `A key found there proves nothing.${selectors.length > 0 ? ` Keys of their own: ${selectors.join(", ")}.` : ""}`,
      fix: ({ domain }) => ({
        who: "dns-admin",
        steps: [
          `Delete the wildcard that answers for *._domainkey.${domain}, or set its value to “v=DKIM1; p=”, which says that no such key is valid.`,
          "Keep the records of the selectors in use; names of their own are not affected by the wildcard.",
        ],
        records: [],
      }),
      example: { domain: "example.com", selectors: [], target: null, tried: 80, answered: 80 },
    }),
    "all-revoked": outcome<Counts>({
      status: "info",
      title: () => "Every selector is declared invalid by a wildcard, and no key is in use",
      detail: countWords,
      example: { tried: 80, answered: 80 },
    }),
  },
  run: ({ dkim, profile }, { need }) => {
    const { tried, answered, unanswered } = dkim;
    if (dkim.domainkey.ok && !dkim.domainkey.value) {
      const { domain } = dkim;
      return profile.sends ? { outcome: "no-domainkey", args: { domain } } : notApplicable("does-not-send");
    }
    const wildcard = need(dkim.wildcard);
    const selectors = dkim.selectors.filter(({ texts }) => texts.some(isKey)).map(({ selector }) => selector);
    const counts = { tried, answered };
    if (wildcard !== null && wildcard.texts.some(isKey)) {
      const target = wildcard.cnames.at(-1) ?? null;
      return { outcome: "wildcard", args: { domain: dkim.domain, selectors, target, ...counts } };
    }
    if (selectors.length > 0) return { outcome: "found", args: { selectors, ...counts } };
    // A selector that did not answer may be the one.
    if (unanswered !== null) return need({ ok: false, failure: unanswered });
    const revoked = wildcard?.texts.some(text => parseKeyRecord(text).kind === "revoked") ?? false;
    return { outcome: revoked ? "all-revoked" : "none-found", args: counts };
  },
});

/** A hoisted declaration, because the outcomes above use it. */
function countWords({ tried, answered }: Counts): string {
  const silent = tried - answered;
  return `${tried} names were tried and ${answered} answered${silent > 0 ? `, ${silent} did not` : ""}.`;
}

/** Something meant as a key in use; whether it is a good one is another question. */
function isKey(text: string): boolean {
  const { kind } = parseKeyRecord(text);
  return kind === "key" || kind === "invalid";
}
