"use server";

import { revalidatePath } from "next/cache";
import { deleteHistory } from "#lib/services/history/delete.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Deletes what was chosen in the list. */
export const deleteHistoryAction = formAction(async (ctx, _fields, data) => {
  const items = data.getAll("item").map(String);
  await deleteHistory({ ctx, input: { items } });
  revalidatePath("/account/history");
});
