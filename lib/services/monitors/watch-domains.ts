import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import type { Db } from "#lib/db/handle.ts";
import { insertMonitors, watchedAmong } from "#lib/db/monitors.ts";
import type { DomainInput, DomainName } from "#lib/values/domain-name.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { beginRuns } from "./begin-runs.ts";
import { newChallenge } from "./challenge.ts";
import { MOST_WATCHED } from "./policy.ts";

/** What became of one domain that was to be watched. */
export type WatchOutcome =
  | { readonly outcome: "added"; readonly id: string }
  | { readonly outcome: "already-watched" }
  | { readonly outcome: "too-many" };

/**
 * Watches domains for an account from now on, in the transaction of the handle, and begins their first runs. One
 * outcome for each domain, in order. Each domain added is paid for like a scan: refuses with `limited`.
 */
export async function watchDomains(
  ctx: ServiceContext,
  db: Db,
  {
    ownerId,
    domains,
    intervalSeconds,
  }: { ownerId: string; domains: readonly DomainInput[]; intervalSeconds: number },
): Promise<readonly WatchOutcome[]> {
  // One addition of an account at a time, or two would count to the limit side by side.
  await lockForTransaction(db, `monitors of ${ownerId}`);
  const names = domains.map(({ domain }) => domain);
  const watched = await watchedAmong(db, { ownerId, domains: names });
  const seen = new Set<string>(watched.domains);
  const added: { id: string; domain: DomainName }[] = [];
  const outcomes = names.map((domain): WatchOutcome => {
    if (seen.has(domain)) return { outcome: "already-watched" };
    if (watched.count + added.length >= MOST_WATCHED) return { outcome: "too-many" };
    seen.add(domain);
    const id = ctx.newToken();
    added.push({ id, domain });
    return { outcome: "added", id };
  });
  if (added.length === 0) return outcomes;
  await spend(ctx, db, chargeForWork(ctx, added.length));
  const createdAt = ctx.clock.now();
  await insertMonitors(
    db,
    added.map(one => ({
      ...one,
      ownerId,
      intervalSeconds,
      nextRunAt: createdAt,
      createdAt,
      ...newChallenge(ctx),
    })),
  );
  await beginRuns(
    ctx,
    db,
    added.map(({ id }) => ({ id, ownerId, intervalSeconds })),
  );
  return outcomes;
}

/** Why a domain was not added, for people. */
export const TOO_MANY = `One account watches ${MOST_WATCHED} domains at most. Remove one to make room.`;
