import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { CodeDocument } from "#components/codes/code-document.tsx";
import { TriageBox } from "#components/forms/triage-box.tsx";
import { CODE_PAGES, findCodePage } from "#lib/bounce/codes/code-pages.ts";
import { codeMetadata } from "#lib/web/code-view/code-metadata.ts";
import { viewCode } from "#lib/web/code-view/view-code.ts";
import { triageAction } from "../../actions.ts";

interface Props {
  readonly params: Promise<{ code: string }>;
}

export const generateStaticParams = () => CODE_PAGES.map(({ slug }) => ({ code: slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = findCodePage(decodeURIComponent((await params).code));
  return page === null ? {} : codeMetadata(page);
}

export default async function CodePage({ params }: Props) {
  const code = decodeURIComponent((await params).code);
  const page = findCodePage(code);
  if (page === null) notFound();
  if (page.slug !== code) permanentRedirect(`/codes/${page.slug}`);
  return <CodeDocument code={viewCode(page)} box={<TriageBox action={triageAction} />} />;
}
