import type { ApiDocs } from "#lib/web/api-docs/api-docs.ts";
import { PlainPage } from "../../layout/plain-page.tsx";
import { ApiBasics } from "./api-basics.tsx";
import { ApiOperation } from "./api-operation.tsx";
import { ApiProblems } from "./api-problems.tsx";
import { ApiSchemas } from "./api-schemas.tsx";

interface ApiReferenceProps {
  readonly docs: ApiDocs;
  readonly site: string;
  readonly scopes: readonly { readonly scope: string; readonly words: string }[];
}

/** The whole documentation of the API on one page, so that it can be searched and printed. */
export const ApiReference = ({ docs, site, scopes }: ApiReferenceProps) => (
  <PlainPage
    title="Mailtriage from a program"
    lead={
      <>
        Version 1 of the API. This page is made from its{" "}
        <a href="/api/v1/openapi.json" className="prose-link">
          OpenAPI document
        </a>
        , and the doors are made from the same definitions: what is not written here is refused.
      </>
    }
  >
    <Contents docs={docs} />
    <ApiBasics site={site} scopes={scopes} />
    {docs.groups.map(({ tag, operations }) => (
      <section key={tag} aria-labelledby={anchor(tag)} className="mt-20">
        <h2 id={anchor(tag)} className="text-21">
          {tag}
        </h2>
        {operations.map(operation => (
          <ApiOperation key={operation.id} operation={operation} />
        ))}
      </section>
    ))}
    <ApiProblems problems={docs.problems} />
    <ApiSchemas schemas={docs.schemas} />
  </PlainPage>
);

const Contents = ({ docs }: { docs: ApiDocs }) => (
  <nav aria-label="Contents" className="no-print mt-10 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
    {docs.groups.map(({ tag, operations }) => (
      <div key={tag}>
        <p className="text-13 font-medium text-ink-3">{tag}</p>
        <ul className="mt-1 grid gap-0.5">
          {operations.map(({ id, summary }) => (
            <li key={id}>
              <a href={`#${id}`} className="rounded-sm text-ink-2 hover:text-ink">
                {summary}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
    <div>
      <p className="text-13 font-medium text-ink-3">Reference</p>
      <ul className="mt-1 grid gap-0.5">
        {REFERENCE.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="rounded-sm text-ink-2 hover:text-ink">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </nav>
);

const REFERENCE = [
  { href: "#basics", label: "For every call" },
  { href: "#problems", label: "Error codes" },
  { href: "#schemas", label: "Objects" },
] as const;

const anchor = (tag: string): string => tag.toLowerCase().replaceAll(" ", "-");
