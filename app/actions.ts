"use server";

import { redirect } from "next/navigation";
import { takeIn } from "#lib/services/intake/take-in.ts";
import { boxInput } from "#lib/web/box-input.ts";
import { formAction } from "#lib/web/form-action.ts";

/** Takes what was put into the one box, and leads to what came of it. */
export const triageAction = formAction(
  async (ctx, fields, data) => {
    const { kind, id } = await takeIn({ ctx, input: await boxInput(fields, data) });
    redirect(`${PAGES[kind]}/${id}`);
  },
  { keep: "text" },
);

const PAGES = { scan: "/scans", bounce: "/bounces", batch: "/batches" } as const;
