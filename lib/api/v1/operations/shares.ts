import { defineOperation } from "../define-operation.ts";
import { NoQuery } from "../schemas/none.ts";
import { CreateShare, CreatedShare, ListSharesQuery, SharePage } from "../schemas/share.ts";

export const createShareOperation = defineOperation({
  id: "createShare",
  method: "POST",
  path: "/shares",
  tag: "Share links",
  summary: "Make a link to a report",
  description:
    "Whoever has the link reads the report of the finished scan, until the link expires or is revoked. It is told once and not kept, so this operation takes no Idempotency-Key.",
  access: "key",
  scope: "shares:write",
  query: NoQuery,
  body: CreateShare,
  answers: [{ status: 201, description: "The link.", schema: CreatedShare }],
  problems: ["not-found", "conflict"],
  example: {
    body: { scan: "5c0rTzBq1WmXv8KdYh2LpN", days: 14, note: "Please publish the SPF record in step 1." },
  },
});

export const listSharesOperation = defineOperation({
  id: "listShares",
  method: "GET",
  path: "/shares",
  tag: "Share links",
  summary: "List the links of the account",
  description: "The newest first, those made in the browser too. The links themselves are not kept.",
  access: "key",
  scope: "shares:read",
  query: ListSharesQuery,
  body: null,
  answers: [{ status: 200, description: "A page of links.", schema: SharePage }],
});

export const revokeShareOperation = defineOperation({
  id: "revokeShare",
  method: "DELETE",
  path: "/shares/{id}",
  tag: "Share links",
  summary: "Revoke a link",
  description: "It stops working at once. Revoking it again changes nothing.",
  access: "key",
  scope: "shares:write",
  params: { id: "Id of the link, not its secret." },
  query: NoQuery,
  body: null,
  answers: [{ status: 204, description: "It opens nothing any more.", schema: null }],
  problems: ["not-found", "cross-site"],
});
