import type { Metadata } from "next";
import { AccountPage } from "#components/account/account-page.tsx";
import { HistoryList } from "#components/account/history-list.tsx";
import { HistorySearch } from "#components/account/history-search.tsx";
import { NothingYet } from "#components/account/nothing-yet.tsx";
import { PageLinks } from "#components/account/page-links.tsx";
import { listHistory } from "#lib/services/history/list.ts";
import { KEEP_DAYS } from "#lib/services/upkeep/policy.ts";
import { HISTORY_FILTERS } from "#lib/services/history/schemas.ts";
import { historyRows } from "#lib/web/history-rows.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { deleteHistoryAction } from "./actions.ts";

export const metadata: Metadata = { title: "History", robots: { index: false } };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** What an account asked for; without an account, what this browser did. */
export default async function HistoryPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const { search, filter, before } = readQuery(await searchParams);
  const { items, next } = await listHistory({
    ctx,
    input: { search, filter, ...(before === "" ? {} : { before }) },
  });
  const isNarrowed = search !== "" || filter !== "all" || before !== "";
  return (
    <AccountPage current="/account/history" title="History" lead={LEADS[ctx.actor.kind]}>
      {items.length === 0 && !isNarrowed ? (
        <NothingYet title="Nothing yet">
          <a href="/" className="prose-link">
            Check a domain or a bounce
          </a>
          , and it will be here.
        </NothingYet>
      ) : (
        <HistorySearch search={search} filter={filter} />
      )}
      {items.length === 0 && isNarrowed ? (
        <NothingYet title="Nothing fits">
          Search for a shorter part of the name, or{" "}
          <a href="/account/history" className="prose-link">
            show everything
          </a>
          .
        </NothingYet>
      ) : null}
      {items.length === 0 ? null : <HistoryList rows={historyRows(items)} action={deleteHistoryAction} />}
      <PageLinks
        newest={before === "" ? null : pathOf({ search, filter })}
        older={next === null ? null : pathOf({ search, filter, before: next })}
      />
    </AccountPage>
  );
}

const LEADS = {
  account: `Kept for ${KEEP_DAYS.accountScan} days. Scheduled scans of watched domains: all of them for ${KEEP_DAYS.scan} days, then the last of each day.`,
  visitor: (
    <>
      What this browser asked for; scans are kept for {KEEP_DAYS.scan} days.{" "}
      <a href="/sign-in" className="prose-link">
        Sign in
      </a>{" "}
      to keep them for {KEEP_DAYS.accountScan}, wherever you are.
    </>
  ),
} as const;

/** What an address may ask for; anything else counts as not asked. */
function readQuery(query: Awaited<Props["searchParams"]>) {
  const textOf = (name: string): string => {
    const value = query[name];
    return typeof value === "string" ? value.trim().slice(0, 253) : "";
  };
  return {
    search: textOf("search"),
    filter: HISTORY_FILTERS.find(known => known === textOf("filter")) ?? "all",
    before: /^\d{10,14}\.[0-9A-Za-z]{22}$/u.test(textOf("before")) ? textOf("before") : "",
  };
}

function pathOf(query: Readonly<Record<string, string>>): string {
  const asked = Object.entries(query).filter(([, value]) => value !== "" && value !== "all");
  return asked.length === 0 ? "/account/history" : `/account/history?${new URLSearchParams(asked)}`;
}
