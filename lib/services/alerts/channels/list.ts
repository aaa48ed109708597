import type { AlertChannel } from "#lib/db/alert-channels.ts";
import type { ServiceContext } from "../../context.ts";
import { channelsOfAccount } from "./own-channel.ts";

export type { AlertChannel } from "#lib/db/alert-channels.ts";

/** Where the alerts of the account that asks go, its own address first. Refuses with `unauthenticated`. */
export const listChannels = ({ ctx }: { ctx: ServiceContext }): Promise<readonly AlertChannel[]> =>
  channelsOfAccount(ctx);
