import { Prisma } from "./generated/client.ts";

/**
 * Plain data on its way into a `json` column. Prisma's input type knows no `readonly` and no interfaces; that
 * the value is plain JSON is what our own types of evidence, hints and reports promise.
 */
export const jsonIn = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** SQL NULL for a `json` column, which Prisma tells apart from the JSON value null. */
export const sqlNull = Prisma.DbNull;
