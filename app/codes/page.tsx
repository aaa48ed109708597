import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeList } from "#components/codes/code-list.tsx";
import { CodeSearch } from "#components/codes/code-search.tsx";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { codeIndex, pathOfCode } from "#lib/web/code-view/code-index.ts";

export const metadata: Metadata = {
  title: "What bounce codes mean",
  description:
    "SMTP reply codes and enhanced status codes: as registered, and as Microsoft, Google, Yahoo, Apple and gateways really use them, with causes, fixes and sources.",
  alternates: { canonical: "/codes" },
};

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function CodesPage({ searchParams }: Props) {
  const { q, provider } = await searchParams;
  const search = {
    query: typeof q === "string" ? q : "",
    provider: typeof provider === "string" ? provider : "",
  };
  const named = pathOfCode(search.query);
  if (named !== null) redirect(named);
  const index = codeIndex(search);
  return (
    <PlainPage
      title="What bounce codes mean"
      lead="A code means what its sender means by it. Each page says what is registered, what every large mail system uses the code for, who has to act, and where that is written."
    >
      <CodeSearch {...index} />
      <CodeList index={index} />
    </PlainPage>
  );
}
