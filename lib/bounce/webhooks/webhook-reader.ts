import type { BounceReading } from "../failure.ts";

/** Knows the events of one sending service. Null: not its event. */
export type WebhookReader = (event: unknown) => BounceReading | null;
