import { DAY_MS } from "#lib/values/duration.ts";
import type { ServiceContext } from "../context.ts";

/** How long there is to publish the record. */
const CHALLENGE_MS = 7 * DAY_MS;

/** A new value that only the DNS of the domain can show (22 base62 characters, more than 128 random bits). */
export const newChallenge = ({ clock, newToken }: Pick<ServiceContext, "clock" | "newToken">) => ({
  challenge: newToken(),
  challengeExpiresAt: new Date(clock.now().getTime() + CHALLENGE_MS),
});
