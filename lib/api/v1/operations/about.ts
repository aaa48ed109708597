import { z } from "zod";
import { defineOperation } from "../define-operation.ts";
import { CheckList } from "../schemas/check.ts";
import { Me } from "../schemas/me.ts";
import { NoQuery } from "../schemas/none.ts";

export const listChecksOperation = defineOperation({
  id: "listChecks",
  method: "GET",
  path: "/checks",
  tag: "About",
  summary: "List every check and its outcomes",
  access: "public",
  scope: null,
  query: NoQuery,
  body: null,
  answers: [{ status: 200, description: "Every check, in the order of the report.", schema: CheckList }],
});

export const getMeOperation = defineOperation({
  id: "getMe",
  method: "GET",
  path: "/me",
  tag: "About",
  summary: "Read what the key may do, and how much is left",
  access: "key",
  scope: null,
  query: NoQuery,
  body: null,
  answers: [{ status: 200, description: "Account, key and limits.", schema: Me }],
});

export const getDocumentOperation = defineOperation({
  id: "getOpenApi",
  method: "GET",
  path: "/openapi.json",
  tag: "About",
  summary: "Read this description",
  access: "public",
  scope: null,
  query: NoQuery,
  body: null,
  answers: [
    {
      status: 200,
      description: "The OpenAPI 3.1 document.",
      schema: z.record(z.string(), z.unknown()),
    },
  ],
});
