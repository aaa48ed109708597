import type { AuthOptions } from "next-auth";
import { authAdapter, type AuthAdapterOptions } from "#lib/db/auth-adapter.ts";
import { hasVerifiedAddress, oauthProviders, type ProviderHosts } from "./oauth-providers.ts";
import type { SignInSettings } from "./providers.ts";
import { sessionCookieName } from "./session-cookie.ts";

export interface SignInRequest {
  readonly adapter: AuthAdapterOptions;
  readonly settings: SignInSettings;
  readonly hosts?: ProviderHosts;
  readonly secret: string;
  readonly newToken: () => string;
  /** The site is reached over TLS: cookies are for that alone. */
  readonly secure: boolean;
  /** Called once somebody is signed in, before the answer leaves. */
  readonly onSignIn: (userId: string) => Promise<void>;
  readonly log: (line: string) => void;
}

/** next-auth for one request. */
export function authOptions(request: SignInRequest): AuthOptions {
  const { adapter, settings, hosts, secret, newToken, secure, onSignIn, log } = request;
  return {
    adapter: authAdapter(adapter),
    secret,
    useSecureCookies: secure,
    providers: [EMAIL_LINK, ...oauthProviders(settings, hosts)],
    session: {
      strategy: "database",
      maxAge: adapter.longestMs / 1_000,
      generateSessionToken: () => newToken() + newToken(),
    },
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      signIn: ({ account, profile }) =>
        account?.type !== "oauth" ||
        hasVerifiedAddress(account.provider, profile ?? {}) ||
        "/sign-in?error=AddressNotVerified",
    },
    events: { signIn: ({ user }) => onSignIn(user.id) },
    logger: {
      error: (code, metadata) => log(`sign-in: ${code} ${reasonOf(metadata)}`),
      warn: () => {},
      debug: () => {},
    },
  };
}

/**
 * Half of the e-mail provider: next-auth uses links, makes the account and the session. Asking for a link is
 * our own verb, which stores the link and its mail in one transaction; so nothing is ever sent from here. The
 * empty secret leaves the plain SHA-256 of the token as what is stored, as for every capability of the house.
 */
const EMAIL_LINK: AuthOptions["providers"][number] = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: 600,
  secret: "",
  sendVerificationRequest: () => {
    throw new Error("Links are sent by our own verb.");
  },
  options: {},
};

/** The message alone: what else next-auth tells may hold tokens. */
function reasonOf(metadata: unknown): string {
  const error =
    typeof metadata === "object" && metadata !== null && "error" in metadata ? metadata.error : metadata;
  return error instanceof Error ? error.message : "";
}
