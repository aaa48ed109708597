import type { Metadata } from "next";
import { AccountPage, AccountSection } from "#components/account/account-page.tsx";
import { ConnectionList } from "#components/account/connection-list.tsx";
import { DeleteForm } from "#components/account/delete-form.tsx";
import { SessionList } from "#components/account/session-list.tsx";
import { ActionButton } from "#components/forms/action-button.tsx";
import { dateOnly } from "#components/report/format.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { getAccount } from "#lib/services/accounts/profile.ts";
import { listSessions } from "#lib/services/accounts/sessions.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { connectionRows } from "#lib/web/connection-rows.ts";
import { providerSignInAction } from "../sign-in/actions.ts";
import {
  deleteAccountAction,
  disconnectAction,
  endSessionAction,
  signOutAction,
  signOutEverywhereAction,
} from "./actions.ts";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function AccountHomePage() {
  const ctx = await pageContext();
  const account = await orNotFound(getAccount({ ctx }), "/account");
  const sessions = await listSessions({ ctx });
  const connections = connectionRows(account.providers);
  return (
    <AccountPage current="/account" title="Account" lead={<Identity {...account} />}>
      <div className="mt-5">
        <ActionButton action={signOutAction}>Sign out</ActionButton>
      </div>
      {connections.length === 0 ? null : (
        <AccountSection id="ways" title="Other ways to sign in" lead="A link by mail always works.">
          <ConnectionList
            connections={connections}
            connect={providerSignInAction}
            disconnect={disconnectAction}
          />
        </AccountSection>
      )}
      <AccountSection
        id="sessions"
        title="Where you are signed in"
        lead="A session ends after 30 days without use, and after 90 days in any case."
      >
        <SessionList
          sessions={sessions.map(session => ({
            ...session,
            createdAt: session.createdAt.toISOString(),
            seenAt: session.seenAt.toISOString(),
          }))}
          endSession={endSessionAction}
        />
        <div className="mt-4">
          <ActionButton action={signOutEverywhereAction} size="small">
            Sign out everywhere
          </ActionButton>
        </div>
      </AccountSection>
      <AccountSection
        id="export"
        title="Export"
        lead="Everything kept of you as one JSON file: scans with their reports, bounces, share links, watched domains, sessions. Secrets are not in it."
      >
        <ButtonLink href="/account/export" className="mt-4" download>
          Download my data
        </ButtonLink>
      </AccountSection>
      <AccountSection
        id="delete"
        title="Delete the account"
        lead="At once and for good, with everything above and every link you shared. A scan that somebody else asked for too stays theirs."
      >
        <DeleteForm action={deleteAccountAction} />
      </AccountSection>
    </AccountPage>
  );
}

const Identity = ({ name, email, createdAt }: { name: string | null; email: string; createdAt: Date }) => (
  <>
    {name === null ? null : `${name}, `}
    <span className="font-medium text-ink">{email}</span>, since {dateOnly(createdAt.toISOString())}
  </>
);
