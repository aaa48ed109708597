import type { Metadata } from "next";
import { AccountPage, AccountSection } from "#components/account/account-page.tsx";
import { NothingYet } from "#components/account/nothing-yet.tsx";
import { AddForm } from "#components/watch/add-form.tsx";
import { FreshWhile } from "#components/watch/fresh-while.tsx";
import { WatchedList } from "#components/watch/watched-list.tsx";
import { watchedOverview } from "#lib/services/monitors/overview.ts";
import { USUAL_INTERVAL } from "#lib/services/monitors/policy.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { INTERVAL_CHOICES } from "#lib/web/watch-view/interval-words.ts";
import { watchedRows } from "#lib/web/watch-view/watched-rows.ts";
import { watchAction } from "./actions.ts";

export const metadata: Metadata = { title: "Watched domains", robots: { index: false } };

interface Props {
  /** `domain`: what a report leads here with. */
  readonly searchParams: Promise<{ readonly domain?: string | string[] }>;
}

export default async function WatchedPage({ searchParams }: Props) {
  const { domain = "" } = await searchParams;
  const ctx = await pageContext();
  const watched = await orNotFound(watchedOverview({ ctx }), "/account/watched");
  return (
    <AccountPage
      current="/account/watched"
      title="Watched domains"
      lead={
        <>
          Looked at again and again. What changes is{" "}
          <a href="/account/alerts" className="prose-link">
            told to you
          </a>{" "}
          once a second look has confirmed it.
        </>
      }
    >
      <FreshWhile running={watched.some(({ monitor }) => monitor.running)} />
      {watched.length === 0 ? (
        <NothingYet title="Nothing is watched yet">
          A policy that was weakened, a record that somebody deleted, a server on a blocklist: usually the
          first sign is mail that comes back. Watch a domain, and you hear of it first.
        </NothingYet>
      ) : (
        <WatchedList rows={watchedRows(watched)} />
      )}
      <div className="no-print">
        <AccountSection id="add" title={watched.length === 0 ? "Watch domains" : "Watch more domains"}>
          <AddForm
            action={watchAction}
            intervals={INTERVAL_CHOICES}
            usual={USUAL_INTERVAL}
            domain={String(domain).slice(0, 253)}
          />
        </AccountSection>
      </div>
    </AccountPage>
  );
}
