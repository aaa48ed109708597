import { z } from "zod";

/** The query of an operation that takes no parameters: unknown ones are refused like everywhere. */
export const NoQuery = z.strictObject({});
