export interface SignInProblem {
  readonly title: string;
  readonly next: string;
}

const BY_MAIL = "A link by mail works in any case.";

/** By the codes that next-auth (and one of ours) puts into the address. */
const PROBLEMS: ReadonlyMap<string, SignInProblem> = new Map(
  Object.entries({
    OAuthAccountNotLinked: {
      title: "This address has an account that is signed in to by mail",
      next: "Sign in with a link by mail; in your account you can then connect the other way.",
    },
    AddressNotVerified: {
      title: "The provider has not verified your e-mail address",
      next: `Verify it there first. ${BY_MAIL}`,
    },
    AccessDenied: { title: "You did not agree to sign in there", next: `Nothing was kept. ${BY_MAIL}` },
    Verification: {
      title: "This link was used, or is too old",
      next: "Have a new one sent: it works for ten minutes.",
    },
  }),
);

/** What went wrong on the way back from a provider; null where nothing did. Unknown codes are not repeated. */
export function signInProblem(code: string | readonly string[] | undefined): SignInProblem | null {
  if (code === undefined) return null;
  return (
    PROBLEMS.get(String(code)) ?? {
      title: "Signing in did not work",
      next: `The other side refused or did not answer; nothing was kept. ${BY_MAIL}`,
    }
  );
}
