import type { Rate } from "#lib/values/rate.ts";
import { rateWords } from "#lib/values/rate.ts";
import type { SignInAddress } from "#lib/values/sign-in-address.ts";
import { requesterOf, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { networkOf } from "./network.ts";

/** Something to pay for: out of which bucket, how much, and what to say when that is empty. */
export interface Charge {
  readonly bucket: string;
  readonly rate: Rate;
  readonly cost: number;
  readonly reason: string;
}

/** Work asked for by a person or a key: an account pays for itself, everybody else for their network. */
export function chargeForWork(ctx: ServiceContext, cost = 1): readonly Charge[] {
  const { actor, limits } = ctx;
  const { ownerId } = requesterOf(actor);
  if (ownerId !== null) {
    return charge(`work account:${ownerId}`, limits.workPerAccount, {
      cost,
      reason: rate => `This account may ask for ${rateWords(rate)}.`,
    });
  }
  return chargeNetwork(ctx, "work", limits.workPerAddress, {
    cost,
    reason: rate => `From one network address ${rateWords(rate)} can be asked for; an account may more.`,
  });
}

/** A scan of a domain that no fresh scan answers, whoever asks for it. */
export const chargeForDomain = ({ limits }: ServiceContext, domain: string): readonly Charge[] =>
  charge(`scan domain:${domain}`, limits.scansPerDomain, {
    cost: 1,
    reason: rate => `One domain is scanned ${rateWords(rate)} at most, whoever asks.`,
  });

/** A mail with a sign-in link: paid by who asks and by the mailbox, so that nobody's is flooded. */
export const chargeForSignIn = (ctx: ServiceContext, address: SignInAddress): readonly Charge[] => [
  ...chargeNetwork(ctx, "sign-in", ctx.limits.signInsPerAddress, {
    cost: 1,
    reason: rate => `From one network address ${rateWords(rate)} sign-in mails can be asked for.`,
  }),
  ...charge(`sign-in mailbox:${secretHash(address)}`, ctx.limits.mailsPerMailbox, {
    cost: 1,
    reason: rate => `One mailbox gets ${rateWords(rate)} sign-in mails at most.`,
  }),
];

/** A mail that somebody else is sent on behalf of an account: paid by the account's network and by the mailbox. */
export const chargeForMailbox = (ctx: ServiceContext, address: string): readonly Charge[] => [
  ...chargeNetwork(ctx, "ask", ctx.limits.signInsPerAddress, {
    cost: 1,
    reason: rate => `From one network address ${rateWords(rate)} mails of this kind can be asked for.`,
  }),
  ...charge(`ask mailbox:${secretHash(address)}`, ctx.limits.mailsPerMailbox, {
    cost: 1,
    reason: rate => `One mailbox gets ${rateWords(rate)} mails of this kind at most.`,
  }),
];

/** A link or key that does not exist. */
export const chargeForMiss = (ctx: ServiceContext): readonly Charge[] =>
  chargeNetwork(ctx, "miss", ctx.limits.missesPerAddress, {
    cost: 1,
    reason: () => "From this network address many links were tried that do not exist.",
  });

/** One request to the API, whatever it asks for. */
export function chargeForRequest(ctx: ServiceContext): readonly Charge[] {
  const { actor, limits } = ctx;
  const terms = {
    cost: 1,
    reason: (rate: Rate) =>
      `The API takes ${rateWords(rate)} requests ${actor.kind === "api-key" ? "with one key" : "from one network address without a key"}.`,
  };
  if (actor.kind === "api-key") return charge(`request key:${actor.keyId}`, limits.requestsPerKey, terms);
  return chargeNetwork(ctx, "request", limits.requestsPerAddress, terms);
}

/** Jobs and tests come from nowhere and pay nothing. */
const chargeNetwork = (
  { clientAddress }: ServiceContext,
  what: string,
  rate: Rate | null,
  terms: Terms,
): readonly Charge[] =>
  clientAddress === undefined || clientAddress === null
    ? []
    : charge(`${what} address:${networkOf(clientAddress)}`, rate, terms);

interface Terms {
  readonly cost: number;
  readonly reason: (rate: Rate) => string;
}

const charge = (bucket: string, rate: Rate | null, { cost, reason }: Terms): readonly Charge[] =>
  rate === null ? [] : [{ bucket, rate, cost, reason: reason(rate) }];
