import type { Metadata } from "next";
import { AccountPage } from "#components/account/account-page.tsx";
import { NothingYet } from "#components/account/nothing-yet.tsx";
import { ShareRows } from "#components/account/share-rows.tsx";
import { listShares } from "#lib/services/shares/list.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { shareRows } from "#lib/web/share-rows.ts";
import { withdrawShareAction } from "./actions.ts";

export const metadata: Metadata = { title: "Share links", robots: { index: false } };

/** The links that an account has made; without an account, that this browser has. */
export default async function SharesPage() {
  const ctx = await pageContext();
  const links = await listShares({ ctx, input: {} });
  return (
    <AccountPage
      current="/account/shares"
      title="Share links"
      lead="Whoever has such a link reads the report, until it expires or you withdraw it. The links themselves were shown once and are not kept."
    >
      {links.length === 0 ? (
        <NothingYet title="No links yet">
          Open a report and press Share: the link goes to the admin who has to act.
        </NothingYet>
      ) : (
        <ShareRows rows={shareRows(links, ctx.clock.now())} action={withdrawShareAction} />
      )}
    </AccountPage>
  );
}
