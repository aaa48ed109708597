import { bounceUrl, serialiseBounce } from "#lib/api/v1/serialise/bounce.ts";
import { type BounceView, getBounce } from "#lib/services/bounces/get.ts";
import { waitForBounce } from "#lib/services/bounces/wait.ts";
import type { Call } from "./call.ts";
import type { Reply } from "./reply.ts";

const LOOK_AGAIN_SECONDS = "1";

/** A bounce as it is now, or as it is when its evidence is there or the wait of the caller is over. */
export async function bounceReply(bounceId: string, call: Call<unknown, unknown>): Promise<Reply> {
  const bounce = await awaitedBounce(bounceId, call);
  return { status: 200, body: serialiseBounce(bounce, call.site), headers: waitHeader(call) };
}

/** The same after handing it in: 201 where all its evidence is there, 202 where more will come. */
export async function startedBounceReply(bounceId: string, call: Call<unknown, unknown>): Promise<Reply> {
  const bounce = await awaitedBounce(bounceId, call);
  const finished = isOver(bounce);
  return {
    status: finished ? 201 : 202,
    body: serialiseBounce(bounce, call.site),
    headers: {
      location: bounceUrl(bounceId),
      ...waitHeader(call),
      ...(finished ? {} : { "retry-after": LOOK_AGAIN_SECONDS }),
    },
  };
}

async function awaitedBounce(id: string, { ctx, wait, signal }: Call<unknown, unknown>): Promise<BounceView> {
  const bounce = await getBounce({ ctx, input: { id } });
  if (wait === 0 || isOver(bounce)) return bounce;
  await waitForBounce({ ctx, input: { id, seconds: wait }, signal });
  return getBounce({ ctx, input: { id } });
}

const isOver = ({ status }: BounceView): boolean => status === "done" || status === "failed";

const waitHeader = ({ wait }: Call<unknown, unknown>): Record<string, string> =>
  wait === 0 ? {} : { "preference-applied": `wait=${wait}` };
