import type { ServiceContext } from "../context.ts";
import { chargeForRequest } from "./charges.ts";
import { spend } from "./spend.ts";

/** Counts one request to the API. Refuses with `limited` and the seconds to wait. */
export const payForRequest = ({ ctx }: { ctx: ServiceContext }): Promise<void> =>
  spend(ctx, ctx.database.db, chargeForRequest(ctx));
