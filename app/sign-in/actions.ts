"use server";

import { redirect } from "next/navigation";
import { configuredProviders } from "#lib/auth/providers.ts";
import { house } from "#lib/composition.ts";
import { lookAtSignInLink } from "#lib/services/accounts/look-at-link.ts";
import { requestSignIn } from "#lib/services/accounts/request-sign-in.ts";
import { returnPath } from "#lib/services/accounts/schemas.ts";
import { signOut } from "#lib/services/accounts/sessions.ts";
import { notFound, ServiceError } from "#lib/services/service-error.ts";
import { formAction } from "#lib/web/form-action.ts";
import { csrfToken, postToNextAuth } from "#lib/web/next-auth.ts";
import { sessionToken } from "#lib/web/request-context.ts";
import { siteUrl } from "#lib/web/site-url.ts";

/** Has a mail with a link sent. Where it leads tells nothing about accounts. */
export const requestSignInAction = formAction(async (ctx, { address = "", returnTo = "" }) => {
  await requestSignIn({ ctx, input: { address, returnTo, site: await siteUrl() } });
  redirect("/sign-in/sent");
});

/** Uses a link up. The session that this browser had ends; the new one has a new secret. */
export const confirmSignInAction = formAction(async (ctx, { token = "" }) => {
  const link = await lookAtSignInLink({ ctx, input: { token } });
  if (link.state === "other-browser")
    throw new ServiceError("forbidden", "This link is for another browser.");
  if (link.state === "gone") throw new ServiceError("conflict", "This link was used, or is too old.");
  const earlier = await sessionToken();
  const callbackUrl = returnPath(link.returnTo);
  const location = await postToNextAuth(["callback", "email"], { query: { token, callbackUrl } });
  if (earlier !== null) await signOut(ctx, earlier);
  redirect(location);
});

/** Leads to a provider, which sends back to /api/auth/callback. */
export const providerSignInAction = formAction(async (_ctx, { provider = "", returnTo = "" }) => {
  if (!configuredProviders(house().settings.signIn).some(({ id }) => id === provider))
    throw notFound("provider");
  const body = { csrfToken: await csrfToken(), callbackUrl: returnPath(returnTo) };
  redirect(await postToNextAuth(["signin", provider], { body }));
});
