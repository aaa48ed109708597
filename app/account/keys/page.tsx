import type { Metadata } from "next";
import { AccountPage, AccountSection } from "#components/account/account-page.tsx";
import { KeyForm } from "#components/account/key-form.tsx";
import { KeyList } from "#components/account/key-list.tsx";
import { listApiKeys } from "#lib/services/api-keys/list.ts";
import { API_SCOPE_WORDS, API_SCOPES } from "#lib/values/api-scope.ts";
import { keyRows } from "#lib/web/key-rows.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { siteUrl } from "#lib/web/site-url.ts";
import { createKeyAction, revokeKeyAction } from "./actions.ts";

export const metadata: Metadata = { title: "API keys", robots: { index: false } };

export default async function KeysPage() {
  const ctx = await pageContext();
  const keys = keyRows(await orNotFound(listApiKeys({ ctx }), "/account/keys"), ctx.clock.now());
  return (
    <AccountPage
      current="/account/keys"
      title="API keys"
      lead={
        <>
          With a key a program scans and reads in the name of this account, as far as the key goes.{" "}
          <a href="/docs/api" className="prose-link">
            What the API can do
          </a>
        </>
      }
    >
      {keys.length === 0 ? null : <KeyList keys={keys} action={revokeKeyAction} />}
      <AccountSection id="new-key" title="Make a key">
        <KeyForm
          action={createKeyAction}
          site={await siteUrl()}
          scopes={API_SCOPES.map(scope => ({ scope, words: API_SCOPE_WORDS[scope] }))}
        />
      </AccountSection>
    </AccountPage>
  );
}
