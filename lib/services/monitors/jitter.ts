import type { ServiceContext } from "../context.ts";

/** A moment that is so far away, give or take a tenth: what began together does not stay together. */
export const about = ({ clock, chance }: Pick<ServiceContext, "clock" | "chance">, ms: number): Date =>
  new Date(clock.now().getTime() + Math.round(ms * (0.9 + chance() * 0.2)));

/** Not before that moment, and up to a tenth of the pause after it. */
export const soonAfter = ({ chance }: Pick<ServiceContext, "chance">, moment: Date, pauseMs: number): Date =>
  new Date(moment.getTime() + Math.round(chance() * pauseMs * 0.1));
