import type { Metadata } from "next";
import { ActionButton } from "#components/forms/action-button.tsx";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { type AddressQuestion, lookAtAddressLink } from "#lib/services/alerts/channels/confirm-address.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { agreeAction } from "../actions.ts";

export const metadata: Metadata = {
  title: "Alerts by mail",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

interface Props {
  readonly searchParams: Promise<{ token?: string | string[]; done?: string }>;
}

/** Where the mail leads that asks an address. Looking uses nothing up: programs open every link of a mail. */
export default async function ConfirmAddressPage({ searchParams }: Props) {
  const { token, done } = await searchParams;
  if (done !== undefined) return <Done />;
  const ctx = await pageContext();
  const input = { token: String(token ?? "") };
  const question = await orNotFound(lookAtAddressLink({ ctx, input }));
  return question === null ? <Gone /> : <Question question={question} token={input.token} />;
}

const Question = ({
  question: { address, ownerEmail },
  token,
}: {
  question: AddressQuestion;
  token: string;
}) => (
  <PlainPage
    title="Do you want these alerts?"
    lead={
      <>
        <strong className="font-medium text-ink">{ownerEmail}</strong> watches the mail set-up of domains
        here, and wants the alerts sent to <strong className="font-medium text-ink">{address}</strong> too.
      </>
    }
    className="mx-auto max-w-md"
  >
    <ul className="mt-6 grid list-disc gap-2 pl-5 text-ink-2">
      <li>You get a mail when a record changes or a server is listed, and nothing else.</li>
      <li>Every mail carries a link that ends them.</li>
      <li>You do not want them? Close this page: nothing is sent without your word.</li>
    </ul>
    <div className="mt-8">
      <ActionButton action={agreeAction} fields={{ token }} look="primary" className="h-11 w-full">
        Send me alerts
      </ActionButton>
    </div>
  </PlainPage>
);

const Done = () => (
  <PlainPage
    title="You will get alerts"
    lead="They come when something changes. Until then you will not hear of us."
    className="mx-auto max-w-md"
  />
);

const Gone = () => (
  <PlainPage
    title="This link does not work any more"
    lead="It was used already, is older than seven days, or a newer one was sent. Whoever wanted you to get alerts can have another one sent."
    className="mx-auto max-w-md"
  />
);
