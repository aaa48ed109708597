"use server";

import { revalidatePath } from "next/cache";
import { revokeShare } from "#lib/services/shares/revoke.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Ends a link at once. */
export const withdrawShareAction = formAction(async (ctx, { id = "" }) => {
  await revokeShare({ ctx, input: { id } });
  revalidatePath("/account/shares");
});
