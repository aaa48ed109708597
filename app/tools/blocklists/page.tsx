import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { ClosedLists } from "#components/tools/closed-lists.tsx";
import { ListAnswers } from "#components/tools/list-answers.tsx";
import { ListQuestion } from "#components/tools/list-question.tsx";
import { closedLists, lookUpForPage } from "#lib/web/blocklist-view.ts";

export const metadata: Metadata = {
  title: "Blocklist lookup",
  description:
    "Is this address or domain on a blocklist? Every list has to prove that it is alive before its answer counts.",
  alternates: { canonical: "/tools/blocklists" },
};

interface Props {
  readonly searchParams: Promise<{ readonly entry?: string | readonly string[] }>;
}

export default async function BlocklistsPage({ searchParams }: Props) {
  const { entry } = await searchParams;
  const asked = typeof entry === "string" && entry.trim() !== "" ? entry : null;
  const view = asked === null ? null : await lookUpForPage(asked);
  return (
    <PlainPage
      title="Is it on a blocklist?"
      lead="Enter an IP address that sends mail, or a domain. Each list is first asked about its own test entries: one that does not answer them, or refuses this resolver, is shown as not checked, never as clear."
    >
      <ListQuestion entry={asked ?? ""} refusal={view?.refusal ?? null} />
      {view === null || view.answers === null ? null : <ListAnswers answers={view.answers} />}
      <ClosedLists lists={closedLists()} />
    </PlainPage>
  );
}
