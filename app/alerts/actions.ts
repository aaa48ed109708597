"use server";

import { redirect } from "next/navigation";
import { agreeToAlerts } from "#lib/services/alerts/channels/confirm-address.ts";
import { unsubscribe } from "#lib/services/alerts/unsubscribe.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Agrees to alerts, for whoever holds the link. */
export const agreeAction = formAction(async (ctx, { token = "" }) => {
  await agreeToAlerts({ ctx, input: { token } });
  redirect("/alerts/confirm?done=yes");
});

/** Ends alerts, for whoever holds the link. */
export const unsubscribeAction = formAction(async (ctx, { token = "" }) => {
  await unsubscribe({ ctx, input: { token } });
  redirect(`/alerts/unsubscribe?token=${encodeURIComponent(token)}`);
});
