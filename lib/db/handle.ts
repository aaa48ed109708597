import type { Prisma } from "./generated/client.ts";

declare const opaque: unique symbol;

/**
 * A connection to the database, or one open transaction on it. What it holds is the business of this room:
 * everybody else can only hand it back to the functions here.
 */
export interface Db {
  readonly [opaque]: "Db";
}

/** Both directions of the one disguise: a handle is always a Prisma client made by `openDatabase`. */
export const prismaOf = (db: Db): Prisma.TransactionClient => db as unknown as Prisma.TransactionClient;
export const handleOf = (client: object): Db => client as unknown as Db;
