import type { Metadata } from "next";
import { ApiReference } from "#components/docs/api/api-reference.tsx";
import { API_SCOPE_WORDS, API_SCOPES } from "#lib/values/api-scope.ts";
import { apiDocs } from "#lib/web/api-docs/api-docs.ts";
import { siteUrl } from "#lib/web/site-url.ts";

export const metadata: Metadata = {
  title: "API",
  description: "Scan domains and read the reports from a program: every operation, schema and error code.",
  alternates: { canonical: "/docs/api" },
};

export default async function ApiPage() {
  const site = await siteUrl();
  return (
    <ApiReference
      docs={apiDocs(site)}
      site={site}
      scopes={API_SCOPES.map(scope => ({ scope, words: API_SCOPE_WORDS[scope] }))}
    />
  );
}
