"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { deleteBatch } from "#lib/services/batches/delete.ts";
import { scanBatchDomains } from "#lib/services/batches/scan-domains.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Deletes a batch and everything in it. */
export const deleteBatchAction = formAction(async (ctx, fields) => {
  await deleteBatch({ ctx, input: { id: fields["id"] ?? "" } });
  redirect("/");
});

/** Asks for scans of the next domains. */
export const scanDomainsAction = formAction(async (ctx, fields) => {
  const id = fields["id"] ?? "";
  await scanBatchDomains({ ctx, input: { id } });
  revalidatePath(`/batches/${id}`);
});
