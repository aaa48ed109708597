import type { Metadata } from "next";
import { AccountPage } from "#components/account/account-page.tsx";
import { NothingYet } from "#components/account/nothing-yet.tsx";
import { PageLinks } from "#components/account/page-links.tsx";
import { ShareRows } from "#components/account/share-rows.tsx";
import { pageContext } from "#lib/web/request-context.ts";
import { sharePage } from "#lib/web/share-pages.ts";
import { shareRows } from "#lib/web/share-rows.ts";
import { withdrawShareAction } from "./actions.ts";

export const metadata: Metadata = { title: "Share links", robots: { index: false } };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const PATH = "/account/shares";

/** The links that an account has made; without an account, that this browser has. */
export default async function SharesPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const { links, next, isFirst } = await sharePage(ctx, (await searchParams)["before"]);
  return (
    <AccountPage
      current={PATH}
      title="Share links"
      lead="Whoever has such a link reads the report, until it expires or you withdraw it. The links themselves were shown once and are not kept."
    >
      {links.length === 0 ? (
        <NothingYet title={isFirst ? "No links yet" : "No older links"}>
          Open a report and press Share: the link goes to the admin who has to act.
        </NothingYet>
      ) : (
        <ShareRows rows={shareRows(links, ctx.clock.now())} action={withdrawShareAction} />
      )}
      <PageLinks newest={isFirst ? null : PATH} older={next === null ? null : `${PATH}?before=${next}`} />
    </AccountPage>
  );
}
