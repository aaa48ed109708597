import type { Json } from "../finding.ts";
import type { Said } from "./said.ts";

export type Direction = "worse" | "better" | "other";

/** How the answers of one check are compared over time and told as a change. Pure data and functions. */
export interface ChangeRule {
  readonly check: string;
  /** What of an answer has to differ, besides its outcome, for it to be a change; its status where left out. */
  readonly matter?: (said: Said) => Json;
  /** True for an answer that does not rest on everything it speaks of: it is compared with nothing. */
  readonly isPartial?: (said: Said) => boolean;
  /** Answers that another check tells of in better words. */
  readonly quiet?: (said: Said) => boolean;
  /** One sentence without a full stop; null where the general words do. */
  readonly words?: (before: Said | null, after: Said | null) => string | null;
  /** Where more can be said than the statuses say. */
  readonly direction?: (before: Said | null, after: Said | null) => Direction | null;
}

/** Declares how the changes of a check are seen and told. */
export const defineChange = (rule: ChangeRule): ChangeRule => rule;
