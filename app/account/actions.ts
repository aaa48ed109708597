"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { deleteAccount } from "#lib/services/accounts/delete.ts";
import { unlink } from "#lib/services/accounts/profile.ts";
import { endAllSessions, endSession, signOut } from "#lib/services/accounts/sessions.ts";
import { formAction } from "#lib/web/form-action.ts";
import { forgetSessionCookie, sessionToken } from "#lib/web/request-context.ts";

/** Ends the session of this browser. */
export const signOutAction = formAction(async ctx => {
  const token = await sessionToken();
  if (token !== null) await signOut(ctx, token);
  await forgetSessionCookie();
  redirect("/");
});

/** Ends every session of this account, this one included. */
export const signOutEverywhereAction = formAction(async ctx => {
  await endAllSessions({ ctx });
  await forgetSessionCookie();
  redirect("/");
});

/** Ends one session of this account. */
export const endSessionAction = formAction(async (ctx, { id = "" }) => {
  await endSession({ ctx, input: { id } });
  revalidatePath("/account");
});

/** Ends signing in with one provider. */
export const disconnectAction = formAction(async (ctx, { provider = "" }) => {
  await unlink({ ctx, input: { provider } });
  revalidatePath("/account");
});

/** Deletes this account and everything of its own. */
export const deleteAccountAction = formAction(async (ctx, { address = "" }) => {
  await deleteAccount({ ctx, input: { address } });
  await forgetSessionCookie();
  redirect("/");
});
