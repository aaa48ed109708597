"use server";

import { redirect } from "next/navigation";
import { startScan } from "#lib/services/scans/start.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Takes what was put into the one box. */
export const triageAction = formAction(async (ctx, fields) => {
  const { scan } = await startScan({ ctx, input: { domain: fields["text"] ?? "" } });
  redirect(`/scans/${scan.id}`);
});
