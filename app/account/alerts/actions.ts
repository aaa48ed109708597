"use server";

import { revalidatePath } from "next/cache";
import { addAddress } from "#lib/services/alerts/channels/add-address.ts";
import { addWebhook } from "#lib/services/alerts/channels/add-webhook.ts";
import { removeChannel } from "#lib/services/alerts/channels/remove.ts";
import { rotateSecret } from "#lib/services/alerts/channels/rotate-secret.ts";
import { switchChannelOff, switchChannelOn } from "#lib/services/alerts/channels/switch.ts";
import { testChannel } from "#lib/services/alerts/channels/test.ts";
import { formAction } from "#lib/web/form-action.ts";
import { siteUrl } from "#lib/web/site-url.ts";

const PAGE = "/account/alerts";

/** Asks a further address whether it wants alerts. */
export const addAddressAction = formAction(async (ctx, { address = "" }) => {
  const asked = await addAddress({ ctx, input: { address, site: await siteUrl() } });
  revalidatePath(PAGE);
  return { address: asked.address };
});

/** Adds a webhook; its secret is shown once. */
export const addWebhookAction = formAction(async (ctx, { url = "" }) => {
  const added = await addWebhook({ ctx, input: { url } });
  revalidatePath(PAGE);
  return { url: added.url, secret: added.secret };
});

/** Gives a webhook another secret; it is shown once. */
export const rotateSecretAction = formAction(async (ctx, { id = "" }) => {
  const changed = await rotateSecret({ ctx, input: { id } });
  return { url: changed.url, secret: changed.secret };
});

export const switchOffAction = formAction(async (ctx, { id = "" }) => {
  await switchChannelOff({ ctx, input: { id } });
  revalidatePath(PAGE);
});

/** Switches a channel on, or asks its reader first. */
export const switchOnAction = formAction(async (ctx, { id = "" }) => {
  const { asked } = await switchChannelOn({ ctx, input: { id, site: await siteUrl() } });
  revalidatePath(PAGE);
  if (asked) return { said: "A new link is on its way." };
});

export const removeChannelAction = formAction(async (ctx, { id = "" }) => {
  await removeChannel({ ctx, input: { id } });
  revalidatePath(PAGE);
});

/** Sends a test and tells how it went. */
export const testChannelAction = formAction(async (ctx, { id = "" }) => {
  const test = await testChannel({ ctx, input: { id } });
  revalidatePath(PAGE);
  return test.outcome === "failed" ? { outcome: test.outcome, said: test.reason } : { outcome: test.outcome };
});
