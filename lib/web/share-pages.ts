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
  const after = readPlace(before);
  const found = await listShares({
    ctx,
    input: { limit: PAGE + 1, ...(after === null ? {} : { after }) },
  });
  const links = found.slice(0, PAGE);
  const last = links.at(-1);
  const hasMore = found.length > PAGE && last !== undefined;
  return {
    links,
    next: hasMore ? `${last.createdAt.getTime()}.${last.id}` : null,
    isFirst: after === null,
  };
}

/** A moment and an id: the last link of the page before. */
function readPlace(text: unknown): { readonly createdAt: Date; readonly id: string } | null {
  if (typeof text !== "string") return null;
  const [, at = "", id = ""] = /^(\d{10,14})\.([0-9A-Za-z]{22})$/u.exec(text) ?? [];
  return id === "" ? null : { createdAt: new Date(Number(at)), id };
}
