import { parseEmailAddress } from "./email-address.ts";
import { err, ok, type Result } from "./result.ts";

/** The address of an account, in the one spelling by which accounts are told apart: ASCII, lower case. */
export type SignInAddress = string & { readonly __brand: "SignInAddress" };

export type SignInAddressError = "empty" | "not-ascii" | "not-plain";

/**
 * Reads the address of somebody who signs in, far more strictly than mail would. Two programs that read an
 * address differently send one person's link to another: so there are no quoted local parts
 * (`"a@attacker"@example.com`), no comments, no lists, no address literals, and nothing outside ASCII, which
 * normal forms could turn into an at sign or a dot. Domains of other scripts are written as A-labels.
 */
export function parseSignInAddress(text: string): Result<SignInAddress, SignInAddressError> {
  const trimmed = text.trim();
  if (trimmed === "") return err("empty");
  if (/\P{ASCII}/u.test(trimmed)) return err("not-ascii");
  if (!PLAIN.test(trimmed)) return err("not-plain");
  const parsed = parseEmailAddress(trimmed.toLowerCase());
  if (!parsed.ok || parsed.value.text !== trimmed.toLowerCase()) return err("not-plain");
  return ok(trimmed.toLowerCase() as SignInAddress);
}

/** RFC 5321 4.1.2 Dot-string, an at sign, and a domain of two labels or more in letters, digits and hyphens. */
const PLAIN =
  /^[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/iu;
