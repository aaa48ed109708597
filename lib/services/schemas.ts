import { z } from "zod";
import { ServiceError } from "./service-error.ts";

/** Ids and tokens of the house: 22 base62 characters. */
export const SERVICE_ID = z.string().regex(/^[0-9A-Za-z]{22}$/);

/** Reads the input of a verb; the first thing wrong with it becomes an `invalid` refusal that names its field. */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new ServiceError("invalid", issue?.message ?? "This input cannot be read.", { field });
}

/** Reads an id from an address; one that cannot be an id is simply not there. */
export const isServiceId = (text: string): boolean => SERVICE_ID.safeParse(text).success;
