import type { Cause } from "../vocabulary.ts";
import type { Advice } from "./advice.ts";
import { accountAdvice } from "./account.ts";
import { authenticationAdvice } from "./authentication.ts";
import { contentAdvice } from "./content.ts";
import { recipientAdvice } from "./recipient.ts";
import { reputationAdvice } from "./reputation.ts";
import { routeAdvice } from "./route.ts";

/** Advice per cause, whoever the receiver is. The files are grouped like the vocabulary. */
export const CAUSE_ADVICE: Readonly<Record<Cause, Advice>> = {
  ...recipientAdvice,
  ...routeAdvice,
  ...authenticationAdvice,
  ...reputationAdvice,
  ...contentAdvice,
  ...accountAdvice,
};
