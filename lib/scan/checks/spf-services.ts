import { unseenRecords } from "#lib/mail/spf/analysis/summarize.ts";
import { reachedTerms, type SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { listed } from "../spf-words.ts";

type Service = {
  readonly id: string;
  readonly name: string;
  readonly term: string;
  /** The term of the domain's own record that brings it in. */
  readonly via: string;
};

/** Which mail services does the SPF record allow? */
export const spfServices = defineCheck({
  id: "spf-services",
  section: "authentication",
  question: "Which mail services may send for this domain?",
  why: "Every service in the record may send any mail in the domain's name. A list of names shows at a glance which of them are no longer needed.",
  reference: "RFC 7208, include",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    identified: outcome<{ services: readonly Service[] }>({
      status: "info",
      title: ({ services }) => `The record allows ${listed(services.map(one => one.name))}`,
      detail: ({ services }) =>
        services
          .map(({ name, term, via }) => `${name}: ${term}${term === via ? "" : `, by way of ${via}`}.`)
          .join(" "),
      example: {
        services: [
          {
            id: "google-workspace",
            name: "Google Workspace",
            term: "include:_spf.google.com",
            via: "include:_spf.google.com",
          },
        ],
      },
    }),
    none: outcome({
      status: "info",
      title: () => "The record names no mail service that we know",
      example: {},
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const services = servicesOf(tree);
    const unseen = unseenRecords(tree);
    if (services.length === 0 && unseen !== null) need({ ok: false, failure: unseen });
    return services.length === 0
      ? { outcome: "none", args: {} }
      : { outcome: "identified", args: { services } };
  },
});

/** Each service once, named by the term that is nearest to the domain's own record. */
function servicesOf(tree: SpfNode): readonly Service[] {
  const found = new Map<string, Service & { readonly depth: number }>();
  for (const { term, path } of reachedTerms(tree)) {
    if (term.service === null) continue;
    const { id, name } = term.service;
    const known = found.get(id);
    if (known !== undefined && known.depth <= path.length) continue;
    found.set(id, { id, name, term: term.text, via: path[0]?.text ?? term.text, depth: path.length });
  }
  return [...found.values()].map(({ id, name, term, via }) => ({ id, name, term, via }));
}
