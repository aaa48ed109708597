/**
 * Who asks: an account, a browser known by the SHA-256 of its key, or both. Rows carry the same two columns;
 * one match is authority. A requester with neither owns nothing.
 */
export interface Requester {
  readonly ownerId: string | null;
  readonly browserKeyHash: string | null;
}

/**
 * A Prisma condition for "belongs to this requester". Null columns never match a null here. Prisma drops an empty
 * OR inside an AND, which would make everything everybody's: so it is never empty.
 */
export function ownedBy({ ownerId, browserKeyHash }: Requester) {
  return {
    OR: [
      { id: { in: [] } },
      ...(ownerId === null ? [] : [{ ownerId }]),
      ...(browserKeyHash === null ? [] : [{ browserKeyHash }]),
    ],
  };
}
