import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/index";
import azureAd from "next-auth/providers/azure-ad";
import github from "next-auth/providers/github";
import google from "next-auth/providers/google";
import { parseSignInAddress } from "#lib/values/sign-in-address.ts";
import type { EntraClient, OAuthClient, ProviderId, SignInSettings } from "./providers.ts";

/** What a provider said of a person, as far as it concerns us. */
interface Claims {
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly name?: unknown;
}

/** Where the providers live; tests have their own. */
export interface ProviderHosts {
  readonly google: string;
  readonly github: string;
  readonly githubApi: string;
  readonly microsoft: string;
}

export const PROVIDER_HOSTS: ProviderHosts = {
  google: "https://accounts.google.com",
  github: "https://github.com",
  githubApi: "https://api.github.com",
  microsoft: "https://login.microsoftonline.com",
};

/** The providers for next-auth. None loads a picture or asks for more than who somebody is. */
export function oauthProviders(settings: SignInSettings, hosts = PROVIDER_HOSTS): OAuthConfig<Claims>[] {
  return [
    ...(settings.google === null ? [] : [withClaims(googleAccount(settings.google, hosts), "sub")]),
    ...(settings.github === null ? [] : [withClaims(verifiedGithub(settings.github, hosts), "id")]),
    ...(settings.entra === null ? [] : [withClaims(entraDirectory(settings.entra, hosts), "sub")]),
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

const WELL_KNOWN = ".well-known/openid-configuration";

// The stock providers are typed by the claims that each reads, which are not read here: hence the casts.

const googleAccount = (client: OAuthClient, hosts: ProviderHosts): OAuthConfig<never> =>
  ({ ...google(client), wellKnown: `${hosts.google}/${WELL_KNOWN}` }) as unknown as OAuthConfig<never>;

/** With a directory of its own, Entra ID signs identities for that one alone. */
const entraDirectory = (client: EntraClient, hosts: ProviderHosts): OAuthConfig<never> =>
  ({
    ...azureAd(client),
    wellKnown: `${hosts.microsoft}/${client.tenantId}/v2.0/${WELL_KNOWN}`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
  }) as unknown as OAuthConfig<never>;

/** GitHub shows a public address or none; the verified one is asked for. */
const verifiedGithub = (client: OAuthClient, hosts: ProviderHosts): OAuthConfig<never> =>
  ({
    ...github(client),
    authorization: {
      url: `${hosts.github}/login/oauth/authorize`,
      params: { scope: "read:user user:email" },
    },
    token: `${hosts.github}/login/oauth/access_token`,
    checks: ["pkce", "state"],
    userinfo: {
      url: `${hosts.githubApi}/user`,
      async request({ client: oauth, tokens }: UserinfoRequest) {
        const token = tokens.access_token ?? "";
        const profile = await oauth.userinfo(token);
        const answer = await oauth.requestResource(`${hosts.githubApi}/user/emails`, token);
        const emails: unknown = JSON.parse(answer.body?.toString("utf8") ?? "[]");
        const primary = Array.isArray(emails) ? emails.find(isVerifiedPrimary) : undefined;
        return { ...profile, email: primary?.email, email_verified: primary !== undefined };
      },
    },
  }) as unknown as OAuthConfig<never>;

type UserinfoRequest = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0];

const isVerifiedPrimary = (entry: unknown): entry is { email: string } =>
  typeof entry === "object" &&
  entry !== null &&
  "email" in entry &&
  "primary" in entry &&
  entry.primary === true &&
  "verified" in entry &&
  entry.verified === true;
