import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckDocument } from "#components/docs/check-document.tsx";
import { checkDoc, EXAMPLE_DOMAIN } from "#lib/web/check-docs.ts";
import { SECTION_WORDS } from "#lib/web/section-words.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const check = checkDoc((await params).id);
  if (check === null) return {};
  return { title: check.question, description: check.why, alternates: { canonical: `/checks/${check.id}` } };
}

export default async function CheckPage({ params }: Props) {
  const check = checkDoc((await params).id);
  if (check === null) notFound();
  return <CheckDocument check={check} section={SECTION_WORDS[check.section].title} zone={EXAMPLE_DOMAIN} />;
}
