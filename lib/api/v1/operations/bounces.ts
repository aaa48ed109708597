import { defineOperation } from "../define-operation.ts";
import { Bounce, StartBounce } from "../schemas/bounce.ts";
import { NoQuery } from "../schemas/none.ts";

const BOUNCE_ID = { id: "Id of the bounce." };

export const startBounceOperation = defineOperation({
  id: "startBounce",
  method: "POST",
  path: "/bounces",
  tag: "Bounces",
  summary: "Hand in a bounce",
  description:
    "The report, read from the mail alone, is in the answer. Both domains are scanned, and what is found ranks the causes anew; `Prefer: wait=20` waits for that. One bounce a call: more than one in a file are refused.",
  access: "key",
  scope: "bounces:write",
  query: NoQuery,
  body: StartBounce,
  upload: {
    mostBytes: 5_000_000,
    description: "The mail as a file, such as one that ends with .eml; 5 MB at most.",
    body: { text: "" },
  },
  idempotent: true,
  waits: true,
  answers: [
    {
      status: 201,
      description: "The report with all its evidence.",
      schema: Bounce,
      headers: ["Location", "Preference-Applied", "Idempotency-Replayed"],
    },
    {
      status: 202,
      description:
        "The report of the mail alone; evidence is being gathered, and `Location` says where to look.",
      schema: Bounce,
      headers: ["Location", "Retry-After", "Preference-Applied", "Idempotency-Replayed"],
    },
  ],
  example: { body: { text: "550 5.4.1 Recipient address rejected: Access denied" } },
});

export const getBounceOperation = defineOperation({
  id: "getBounce",
  method: "GET",
  path: "/bounces/{id}",
  tag: "Bounces",
  summary: "Read a bounce",
  description: "With the people in it, for 30 days; without them after that.",
  access: "key",
  scope: "bounces:read",
  params: BOUNCE_ID,
  query: NoQuery,
  body: null,
  waits: true,
  answers: [
    { status: 200, description: "The bounce as it is now.", schema: Bounce, headers: ["Preference-Applied"] },
  ],
  problems: ["not-found"],
});

export const deleteBounceOperation = defineOperation({
  id: "deleteBounce",
  method: "DELETE",
  path: "/bounces/{id}",
  tag: "Bounces",
  summary: "Delete a bounce",
  description: "At once and for good, with the links to it.",
  access: "key",
  scope: "bounces:write",
  params: BOUNCE_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 204, description: "It is gone.", schema: null }],
  problems: ["not-found", "cross-site"],
});
