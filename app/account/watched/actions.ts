"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { addMonitors } from "#lib/services/monitors/add-many.ts";
import { challengeName } from "#lib/values/challenge-name.ts";
import { changeMonitor } from "#lib/services/monitors/change.ts";
import { getMonitor } from "#lib/services/monitors/get.ts";
import { proveMonitor, renewChallenge } from "#lib/services/monitors/prove.ts";
import { removeMonitor } from "#lib/services/monitors/remove.ts";
import { runMonitorNow } from "#lib/services/monitors/run-now.ts";
import { formAction } from "#lib/web/form-action.ts";
import { proofAnswerWords } from "#lib/web/watch-view/proof-view.ts";

const pageOf = (id: string): string => `/account/watched/${id}`;

/** Watches what was pasted; tells what became of each line. */
export const watchAction = formAction(async (ctx, { text = "", interval }) => {
  const answers = await addMonitors({
    ctx,
    input: { text, ...(interval === undefined ? {} : { intervalSeconds: Number(interval) }) },
  });
  revalidatePath("/account/watched");
  return { answers: JSON.stringify(answers) };
});

/** Looks at a domain now. */
export const lookNowAction = formAction(async (ctx, { id = "" }) => {
  await runMonitorNow({ ctx, input: { id } });
  revalidatePath(pageOf(id));
});

/** Changes how often a domain is looked at. */
export const changeIntervalAction = formAction(async (ctx, { id = "", interval = "" }) => {
  await changeMonitor({ ctx, input: { id, intervalSeconds: Number(interval) } });
  revalidatePath(pageOf(id));
});

/** Pauses the watch over a domain, or goes on with it. */
export const pauseAction = formAction(async (ctx, { id = "", paused = "" }) => {
  await changeMonitor({ ctx, input: { id, paused: paused === "yes" } });
  revalidatePath(pageOf(id));
});

/** Looks for the record that proves control. */
export const proveAction = formAction(async (ctx, { id = "" }) => {
  const { domain } = await getMonitor({ ctx, input: { id } });
  const answer = await proveMonitor({ ctx, input: { id } });
  revalidatePath(pageOf(id));
  return proofAnswerWords(answer, challengeName(domain));
});

/** Makes a new value for that record. */
export const renewAction = formAction(async (ctx, { id = "" }) => {
  await renewChallenge({ ctx, input: { id } });
  revalidatePath(pageOf(id));
});

/** Ends the watch over a domain. */
export const stopWatchingAction = formAction(async (ctx, { id = "" }) => {
  await removeMonitor({ ctx, input: { id } });
  redirect("/account/watched");
});
