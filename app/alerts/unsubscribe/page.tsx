import type { Metadata } from "next";
import { ActionButton } from "#components/forms/action-button.tsx";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { lookAtUnsubscribeLink } from "#lib/services/alerts/unsubscribe.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { unsubscribeAction } from "../actions.ts";

export const metadata: Metadata = {
  title: "Stop alerts",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

interface Props {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

/** Where the link at the end of an alert leads. Looking ends nothing: programs open every link of a mail. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const ctx = await pageContext();
  const token = String((await searchParams).token ?? "");
  const link = await orNotFound(lookAtUnsubscribeLink({ ctx, input: { token } }));
  if (link === null) return <Unknown />;
  return link.gets ? <Question address={link.address} token={token} /> : <Ended address={link.address} />;
}

const Question = ({ address, token }: { address: string; token: string }) => (
  <PlainPage
    title="Stop these mails?"
    lead={
      <>
        No more alerts would be sent to <Address text={address} />.
      </>
    }
    className="mx-auto max-w-md"
  >
    <div className="mt-8">
      <ActionButton action={unsubscribeAction} fields={{ token }} look="primary" className="h-11 w-full">
        Stop alerts
      </ActionButton>
    </div>
  </PlainPage>
);

const Ended = ({ address }: { address: string }) => (
  <PlainPage
    title="No more alerts"
    lead={
      <>
        Nothing more is sent to <Address text={address} />.
      </>
    }
    className="mx-auto max-w-md"
  >
    <p className="mt-6 text-ink-2">
      A mistake? Whoever watches the domains can switch it on again under{" "}
      <a href="/account/alerts" className="prose-link">
        Alerts
      </a>
      .
    </p>
  </PlainPage>
);

const Unknown = () => (
  <PlainPage
    title="This link ends nothing"
    lead="No alerts are sent that would carry it. Copy the whole link from the mail, or write to whoever watches the domain."
    className="mx-auto max-w-md"
  />
);

const Address = ({ text }: { text: string }) => (
  <strong className="font-medium break-all text-ink">{text}</strong>
);
