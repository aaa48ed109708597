import { forgetSignInLinks } from "#lib/db/sign-in-links.ts";
import { defineChore } from "../chore.ts";

export const signInLinks = defineChore({
  id: "sign-in-links",
  bounds: ["VerificationToken"],
  rule: "Sign-in links go when they have expired, ten minutes after they were asked for.",
  lot: 5_000,
  run: ({ database, clock }, limit) => forgetSignInLinks(database.db, { now: clock.now(), limit }),
});
