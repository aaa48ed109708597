"use server";

import { revalidatePath } from "next/cache";
import { getBounce } from "#lib/services/bounces/get.ts";
import { shareBounce } from "#lib/services/bounces/share.ts";
import { revokeShare } from "#lib/services/shares/revoke.ts";
import { viewBounce } from "#lib/web/bounce-view/view-bounce.ts";
import { formAction } from "#lib/web/form-action.ts";
import { siteUrl } from "#lib/web/site-url.ts";

/** Makes a link; it is shown once, with the message for the administrator to send it with. */
export const shareBounceAction = formAction(async (ctx, fields) => {
  const { report: id = "", note = "", days = "30" } = fields;
  const { share, token } = await shareBounce({ ctx, input: { id, note, days } });
  const link = `${await siteUrl()}/r/${token}`;
  const { refusals } = viewBounce(await getBounce({ ctx, input: { id } }), { now: ctx.clock.now(), link });
  revalidatePath(`/bounces/${id}/share`);
  const text =
    refusals[0]?.messages.map(({ subject, body }) => `${subject}\n\n${body}`).join("\n\n\n") ?? link;
  return { url: link, text, expires: share.expiresAt.toISOString() };
});

/** Ends a link at once. */
export const revokeShareAction = formAction(async (ctx, fields) => {
  await revokeShare({ ctx, input: { id: fields["id"] ?? "" } });
  revalidatePath(`/bounces/${fields["report"] ?? ""}/share`);
});
