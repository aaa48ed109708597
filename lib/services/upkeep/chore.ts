import type { ServiceContext } from "../context.ts";

/** One thing that upkeep does, in lots: no statement holds many rows, and any number of workers may do it at once. */
export interface Chore {
  readonly id: string;
  /** The tables, by their model in prisma/schema.prisma, that this keeps from growing without end. */
  readonly bounds: readonly string[];
  /** What it does, for people. */
  readonly rule: string;
  /** Rows in one lot. */
  readonly lot: number;
  /** Does one lot of the work; answers how many rows it was. Fewer than `limit`: nothing is left to do now. */
  run(ctx: ServiceContext, limit: number): Promise<number>;
}

export const defineChore = (chore: Chore): Chore => chore;
