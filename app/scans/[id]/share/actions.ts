"use server";

import { revalidatePath } from "next/cache";
import { getScan } from "#lib/services/scans/get.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { revokeShare } from "#lib/services/shares/revoke.ts";
import { formAction } from "#lib/web/form-action.ts";
import { handoverText } from "#lib/web/handover-text.ts";
import { viewScan } from "#lib/web/scan-view/view-scan.ts";
import { siteUrl } from "#lib/web/site-url.ts";

/** Makes a link; it is shown once, with a message to send it with. */
export const createShareAction = formAction(async (ctx, fields) => {
  const { report: scanId = "", note = "", days = "30" } = fields;
  const { share, token } = await createShare({ ctx, input: { scanId, note, days } });
  const { report } = await getScan({ ctx, input: { id: scanId } });
  const url = `${await siteUrl()}/r/${token}`;
  revalidatePath(`/scans/${scanId}/share`);
  const text = report === null ? "" : handoverText({ scan: viewScan(report), url, share });
  return { url, text, expires: share.expiresAt.toISOString() };
});

/** Ends a link at once. */
export const revokeShareAction = formAction(async (ctx, fields) => {
  await revokeShare({ ctx, input: { id: fields["id"] ?? "" } });
  revalidatePath(`/scans/${fields["report"] ?? ""}/share`);
});
