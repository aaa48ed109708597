import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { ServiceError } from "../service-error.ts";
import { readBounceInput } from "./read.ts";
import type { BounceInput } from "./schemas.ts";

/**
 * Reads what has to be one bounce. Refuses with `forbidden`, and with `invalid` what is empty, too large, cannot be
 * read, or holds more than one.
 */
export async function readOneBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BounceInput;
}): Promise<BounceReport> {
  requireScope(ctx.actor, "bounces:write");
  const read = await readBounceInput(ctx, input);
  if (read.kind === "one") return read.report;
  throw new ServiceError("invalid", "This holds more than one bounce. Hand them in one by one.", {
    field: "text",
  });
}
