import type { Metadata } from "next";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { awaitedSignIn } from "#lib/services/accounts/look-at-link.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { utcTime } from "#lib/web/utc-words.ts";

export const metadata: Metadata = { title: "Look into your mail", robots: { index: false } };

export default async function SignInSentPage() {
  const ctx = await pageContext();
  const awaited = await awaitedSignIn({ ctx });
  if (awaited === null) return <NothingAwaited />;
  return (
    <PlainPage
      title="Look into your mail"
      lead={
        <>
          A link is on its way to <strong className="font-medium text-ink">{awaited.address}</strong>.
        </>
      }
      className="mx-auto max-w-md"
    >
      <ul className="mt-6 grid list-disc gap-2 pl-5 text-ink-2">
        <li>Open it in this browser: it works in no other.</li>
        <li>It works once, until {utcTime(awaited.expiresAt.toISOString())}.</li>
        <li>Nothing there after a minute? Look into the spam folder, and whether the address is right.</li>
      </ul>
      {ctx.mailer.sends ? null : (
        <Notice status="info" title="This installation has no mail server" className="mt-6">
          The mail lies in the folder outbox of the data directory, and its link is printed where Mailtriage
          was started.
        </Notice>
      )}
      <p className="mt-8">
        <a href="/sign-in" className="prose-link">
          Another address, or a new link
        </a>
      </p>
    </PlainPage>
  );
}

const NothingAwaited = () => (
  <PlainPage
    title="No link is on its way"
    lead="The last one was used or has expired, or this browser does not keep cookies."
    className="mx-auto max-w-md"
  >
    <p className="mt-6">
      <a href="/sign-in" className="prose-link">
        Have a link sent
      </a>
    </p>
  </PlainPage>
);
