import type { OAuthConfig } from "next-auth/providers/index";
import azureAd from "next-auth/providers/azure-ad";
import github from "next-auth/providers/github";
import google from "next-auth/providers/google";
import { parseSignInAddress } from "#lib/values/sign-in-address.ts";
import type { ProviderId, SignInSettings } from "./providers.ts";

/** What a provider said of a person, as far as it concerns us. */
interface Claims {
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly name?: unknown;
}

/** The providers for next-auth. None loads a picture or asks for more than who somebody is. */
export function oauthProviders(settings: SignInSettings): OAuthConfig<Claims>[] {
  return [
    ...(settings.google === null ? [] : [withClaims(google(settings.google), "sub")]),
    ...(settings.github === null ? [] : [withClaims(verifiedGithub(settings.github), "id")]),
    ...(settings.entra === null ? [] : [withClaims(entraDirectory(settings.entra), "sub")]),
  ];
}

/**
 * Whether the provider has made sure that the address is the person's: an account here is its address. Entra ID
 * does not say; the administrator of a directory answers for the addresses in it, which is enough for the
 * operator's own directory and for no other.
 */
export const hasVerifiedAddress = (provider: string, claims: Claims): boolean =>
  addressOf(claims) !== null && (claims.email_verified === true || provider === ENTRA);

const ENTRA: ProviderId = "azure-ad";

function withClaims(provider: OAuthConfig<never>, idClaim: "sub" | "id"): OAuthConfig<Claims> {
  return {
    // The claims differ by provider; what is read of them here is read as unknown.
    ...(provider as unknown as OAuthConfig<Claims>),
    profile: claims => ({
      id: String((claims as Record<string, unknown>)[idClaim]),
      email: addressOf(claims) ?? "",
      name: typeof claims.name === "string" ? claims.name.slice(0, 200) : null,
    }),
  };
}

function addressOf({ email }: Claims): string | null {
  const address = typeof email === "string" ? parseSignInAddress(email) : null;
  return address?.ok === true ? address.value : null;
}

/** GitHub shows a public address or none; the verified one is asked for. */
function verifiedGithub(client: NonNullable<SignInSettings["github"]>): OAuthConfig<never> {
  const stock = github(client);
  return {
    ...stock,
    checks: ["pkce", "state"],
    userinfo: {
      url: "https://api.github.com/user",
      async request({ client: oauth, tokens }) {
        const token = tokens.access_token ?? "";
        const profile = await oauth.userinfo(token);
        const answer = await oauth.requestResource("https://api.github.com/user/emails", token);
        const emails: unknown = JSON.parse(answer.body?.toString("utf8") ?? "[]");
        const primary = Array.isArray(emails) ? emails.find(isVerifiedPrimary) : undefined;
        return { ...profile, email: primary?.email, email_verified: primary !== undefined };
      },
    },
  } as OAuthConfig<never>;
}

const isVerifiedPrimary = (entry: unknown): entry is { email: string } =>
  typeof entry === "object" &&
  entry !== null &&
  "email" in entry &&
  "primary" in entry &&
  entry.primary === true &&
  "verified" in entry &&
  entry.verified === true;

/** With a directory of its own, Entra ID signs identities for that one alone. */
const entraDirectory = (client: NonNullable<SignInSettings["entra"]>): OAuthConfig<never> =>
  // The stock provider is typed by the claims it reads, which are not read here.
  ({
    ...azureAd(client),
    idToken: true,
    checks: ["pkce", "state", "nonce"],
  }) as unknown as OAuthConfig<never>;
