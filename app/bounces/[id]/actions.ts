"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { deleteBounce } from "#lib/services/bounces/delete.ts";
import { forgetBounceText } from "#lib/services/bounces/forget.ts";
import { stateAboutBounce } from "#lib/services/bounces/state.ts";
import { STATEMENTS } from "#lib/triage/statements.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Notes what the owner ticked. */
export const stateAction = formAction(async (ctx, fields) => {
  const id = fields["bounce"] ?? "";
  const statements = STATEMENTS.filter(statement => fields[statement] !== undefined);
  await stateAboutBounce({ ctx, input: { id, statements } });
  revalidatePath(`/bounces/${id}`);
});

/** Forgets the text and everybody in it. */
export const forgetBounceAction = formAction(async (ctx, fields) => {
  const id = fields["bounce"] ?? "";
  await forgetBounceText({ ctx, input: { id } });
  revalidatePath(`/bounces/${id}`);
});

/** Deletes the bounce and leaves for the start page. */
export const deleteBounceAction = formAction(async (ctx, fields) => {
  await deleteBounce({ ctx, input: { id: fields["bounce"] ?? "" } });
  redirect("/");
});
