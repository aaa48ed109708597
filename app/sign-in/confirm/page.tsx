import type { Metadata } from "next";
import { ActionButton } from "#components/forms/action-button.tsx";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { type LinkState, lookAtSignInLink } from "#lib/services/accounts/look-at-link.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { confirmSignInAction } from "../actions.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } };

interface Props {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

/** Where the link in the mail leads. Looking uses nothing up: programs open every link of a mail. */
export default async function ConfirmSignInPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const token = String((await searchParams).token ?? "");
  const link = await orNotFound(lookAtSignInLink({ ctx, input: { token } }));
  if (link.state === "other-browser") return <OtherBrowser />;
  if (link.state === "gone") return <Gone />;
  return <Good link={link} token={token} />;
}

const Good = ({ link, token }: { link: Extract<LinkState, { state: "good" }>; token: string }) => (
  <PlainPage
    title="Sign in"
    lead={
      <>
        As <strong className="font-medium text-ink">{link.address}</strong>
        {link.claims === 0
          ? "."
          : `, and keep there what this browser asked for so far (${link.claims === 1 ? "one report" : `${link.claims} reports`}).`}
      </>
    }
    className="mx-auto max-w-md"
  >
    <div className="mt-8">
      <ActionButton action={confirmSignInAction} fields={{ token }} look="primary" className="h-11 w-full">
        Sign in
      </ActionButton>
    </div>
  </PlainPage>
);

const OtherBrowser = () => (
  <PlainPage
    title="This link is for another browser"
    lead="It works only in the browser in which it was asked for, so that nobody else who reads the mail can use it."
    className="mx-auto max-w-md"
  >
    <ul className="mt-6 grid list-disc gap-2 pl-5 text-ink-2">
      <li>Copy the address of this page and open it there. The link is still good.</li>
      <li>
        Or{" "}
        <a href="/sign-in" className="prose-link">
          have a new one sent
        </a>{" "}
        from here.
      </li>
      <li>You did not ask for it? Then close this page: nobody has been signed in.</li>
    </ul>
  </PlainPage>
);

const Gone = () => (
  <PlainPage
    title="This link does not work any more"
    lead="It was used already, is older than ten minutes, or a newer one was sent."
    className="mx-auto max-w-md"
  >
    <p className="mt-6">
      <a href="/sign-in" className="prose-link">
        Have a new link sent
      </a>
    </p>
  </PlainPage>
);
