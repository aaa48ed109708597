import { z } from "zod";
import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";

/** Ids of the house. */
export const Id = z
  .string()
  .regex(/^[0-9A-Za-z]{22}$/)
  .meta({ description: "22 letters and digits.", examples: ["5c0rTzBq1WmXv8KdYh2LpN"] });

export const Moment = z.iso.datetime().meta({ description: "UTC.", examples: ["2026-11-25T22:14:07.120Z"] });

export const DomainText = z
  .string()
  .max(2_048)
  .check(({ value, issues }) => {
    const parsed = parseDomainInput(value);
    if (!parsed.ok) issues.push({ code: "custom", input: value, message: domainInputMessage(parsed.error) });
  })
  .meta({
    description:
      "A domain in any case and script. The host of an address or URL is taken. IP addresses, single labels and special-use names are refused.",
    examples: ["example.com"],
  });

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    next: z.string().nullable().meta({ description: "`cursor` of the next page; null on the last one." }),
  });

export const Limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .optional()
  .meta({ description: "How many a page holds; 25 where it is not said." });
