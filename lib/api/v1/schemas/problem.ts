import { z } from "zod";
import { PROBLEM_CODES, PROBLEM_ERROR_CODES } from "../problems.ts";

const ProblemError = z.object({
  code: z.enum(PROBLEM_ERROR_CODES),
  detail: z.string(),
  pointer: z
    .string()
    .optional()
    .meta({ description: "The member of the body, as a JSON Pointer.", examples: ["#/domains/3"] }),
  parameter: z.string().optional().meta({ description: "The parameter of the address." }),
  header: z.string().optional(),
});

export const Problem = z
  .object({
    type: z.string().meta({ description: "Where the code is explained.", examples: ["/docs/api#not-found"] }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: "What happened, for people." }),
    code: z.enum(PROBLEM_CODES).meta({ description: "What happened, for programs. Never renamed." }),
    errors: z.array(ProblemError).optional(),
  })
  .meta({ description: "A problem document (RFC 9457)." });
