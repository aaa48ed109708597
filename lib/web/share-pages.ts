import { decodeCursor, encodeCursor } from "#lib/api/v1/cursor.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { type ListedShare, listShares } from "#lib/services/shares/list.ts";

const PAGE = 25;

export interface SharePage {
  readonly links: readonly ListedShare[];
  /** Names the next page; null on the last one. */
  readonly next: string | null;
  readonly isFirst: boolean;
}

/** One page of the links that somebody made, newest first. A place that is none is the beginning of the list. */
export async function sharePage(ctx: ServiceContext, before: unknown): Promise<SharePage> {
  const after = typeof before === "string" ? decodeCursor(before) : null;
  const found = await listShares({
    ctx,
    input: { limit: PAGE + 1, ...(after === null ? {} : { after: { createdAt: after.at, id: after.id } }) },
  });
  const links = found.slice(0, PAGE);
  const last = links.at(-1);
  const hasMore = found.length > PAGE && last !== undefined;
  return {
    links,
    next: hasMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
    isFirst: after === null,
  };
}
