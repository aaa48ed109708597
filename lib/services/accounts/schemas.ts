import { z } from "zod";
import {
  parseSignInAddress,
  type SignInAddress,
  type SignInAddressError,
} from "#lib/values/sign-in-address.ts";
import { SERVICE_ID } from "../schemas.ts";

const REFUSALS: Readonly<Record<SignInAddressError, string>> = {
  empty: "Enter an e-mail address.",
  "not-ascii":
    "Use letters without accents and an ordinary @. A domain in another script is written as its xn-- form here.",
  "not-plain": "This is not an address like name@example.com.",
};

/** An address in the one spelling that all programs read alike. */
export const PlainAddress = z.string().transform((text, refusal): SignInAddress => {
  const parsed = parseSignInAddress(text);
  if (parsed.ok) return parsed.value;
  refusal.addIssue({ code: "custom", message: REFUSALS[parsed.error] });
  return z.NEVER;
});

/** A page of this site: a path, and nothing that a browser reads as another site. */
const LocalPath = z
  .string()
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/u)
  .max(300);

export const RequestSignInInput = z.object({
  address: PlainAddress,
  returnTo: LocalPath.optional().catch(undefined),
  /** The address of this site as the person reached it, without a final slash. */
  site: z.url({ protocol: /^https?$/u }),
});
export type RequestSignInInput = z.input<typeof RequestSignInInput>;

export const SignInLinkInput = z.object({ token: z.string().max(200) });
export type SignInLinkInput = z.input<typeof SignInLinkInput>;

export const EndSessionInput = z.object({ id: SERVICE_ID });
export type EndSessionInput = z.input<typeof EndSessionInput>;

export const UnlinkInput = z.object({ provider: z.string().max(50) });
export type UnlinkInput = z.input<typeof UnlinkInput>;

export const DeleteAccountInput = z.object({ address: z.string().max(300) });
export type DeleteAccountInput = z.input<typeof DeleteAccountInput>;

/** The path to go to after signing in; the standard one where none was named or it leads elsewhere. */
export const returnPath = (path: string | null | undefined): string =>
  LocalPath.safeParse(path).data ?? "/account/history";
