"use server";

import { redirect } from "next/navigation";
import { rescan } from "#lib/services/scans/rescan.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Measures the domain anew. Whoever is led to a scan that was under way already is told so there. */
export const rescanAction = formAction(async (ctx, fields) => {
  const { scan, joined } = await rescan({ ctx, input: { id: fields["scan"] ?? "" } });
  redirect(`/scans/${scan.id}${joined ? "?joined" : ""}`);
});
