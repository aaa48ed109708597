import type { Metadata } from "next";
import { AccountPage, AccountSection } from "#components/account/account-page.tsx";
import { AddressForm } from "#components/alerts/address-form.tsx";
import { AlertList } from "#components/alerts/alert-list.tsx";
import { ChannelList } from "#components/alerts/channel-list.tsx";
import { MailFolderNotice } from "#components/alerts/mail-folder-notice.tsx";
import { WebhookForm } from "#components/alerts/webhook-form.tsx";
import { listChannels } from "#lib/services/alerts/channels/list.ts";
import { listAlerts } from "#lib/services/alerts/list-alerts.ts";
import { alertRows } from "#lib/web/alert-view/alert-rows.ts";
import { channelRows } from "#lib/web/alert-view/channel-rows.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import {
  addAddressAction,
  addWebhookAction,
  removeChannelAction,
  rotateSecretAction,
  switchOffAction,
  switchOnAction,
  testChannelAction,
} from "./actions.ts";

export const metadata: Metadata = { title: "Alerts", robots: { index: false } };

const ACTIONS = {
  test: testChannelAction,
  off: switchOffAction,
  on: switchOnAction,
  ask: switchOnAction,
  secret: rotateSecretAction,
  remove: removeChannelAction,
};

export default async function AlertsPage() {
  const ctx = await pageContext();
  const channels = await orNotFound(listChannels({ ctx }), "/account/alerts");
  const alerts = await listAlerts({ ctx });
  return (
    <AccountPage
      current="/account/alerts"
      title="Alerts"
      lead={
        <>
          You hear of a change in a domain that you{" "}
          <a href="/account/watched" className="prose-link">
            watch
          </a>{" "}
          once a second, fresh look has confirmed it. What could not be checked never counts as a change.
        </>
      }
    >
      {ctx.mailer.sends ? null : <MailFolderNotice />}
      <AccountSection id="channels" title="Where alerts go">
        <ChannelList rows={channelRows(channels, ctx.clock.now())} actions={ACTIONS} />
        <p className="mt-3 text-13 text-ink-3">
          Other addresses and webhooks hear only of domains whose control you have proven; your own address
          hears of all.
        </p>
      </AccountSection>
      <AccountSection
        id="add-address"
        title="Add an address"
        lead="It gets a mail with a link first. Alerts go there once somebody has agreed."
      >
        <AddressForm action={addAddressAction} />
      </AccountSection>
      <AccountSection
        id="add-webhook"
        title="Add a webhook"
        lead={
          <>
            For programs: a signed POST with JSON, tried up to six times.{" "}
            <a href="/docs/webhooks" className="prose-link">
              What is sent
            </a>
          </>
        }
      >
        <WebhookForm action={addWebhookAction} />
      </AccountSection>
      <AccountSection id="recent" title="Recent alerts">
        <AlertList rows={alertRows(alerts)} />
      </AccountSection>
    </AccountPage>
  );
}
