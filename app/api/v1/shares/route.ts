import { encodeCursor } from "#lib/api/v1/cursor.ts";
import { createShareOperation, listSharesOperation } from "#lib/api/v1/operations/shares.ts";
import { serialiseCreatedShare, serialiseShare } from "#lib/api/v1/serialise/share.ts";
import { createShare } from "#lib/services/shares/create.ts";
import { listShares } from "#lib/services/shares/list.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

const PAGE = 25;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(listSharesOperation, {
    run: ({ ctx, query: { scan, limit = PAGE, cursor } }) =>
      listShares({
        ctx,
        input: {
          scanId: scan,
          limit: limit + 1,
          after: cursor && { createdAt: cursor.at, id: cursor.id },
        },
      }),
    respond: (shares, { query: { limit = PAGE } }) => {
      const page = shares.slice(0, limit);
      const last = shares.length > limit ? page.at(-1) : undefined;
      return {
        status: 200,
        body: {
          data: page.map(serialiseShare),
          next: last === undefined ? null : encodeCursor({ at: last.createdAt, id: last.id }),
        },
      };
    },
  }),
  POST: apiRoute(createShareOperation, {
    run: ({ ctx, body: { scan, days, note } }) => createShare({ ctx, input: { scanId: scan, days, note } }),
    respond: ({ share, token }, { site }) => ({
      status: 201,
      body: serialiseCreatedShare(share, token, site),
    }),
  }),
});
