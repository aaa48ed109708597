import type { Metadata } from "next";
import { WebhookReference } from "#components/docs/webhooks/webhook-reference.tsx";
import { siteUrl } from "#lib/web/site-url.ts";
import { webhookDocs } from "#lib/web/webhook-docs.ts";

export const metadata: Metadata = {
  title: "Webhooks",
  description: "Alerts for programs: what is sent, how it is signed, and what to answer.",
  alternates: { canonical: "/docs/webhooks" },
};

export default async function WebhooksPage() {
  return <WebhookReference docs={webhookDocs(await siteUrl())} />;
}
