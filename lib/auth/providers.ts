import type { Env } from "#lib/env.ts";

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** One directory: the addresses in any other one are whatever its own administrator wrote there. */
export interface EntraClient extends OAuthClient {
  readonly tenantId: string;
}

/** Whom, besides a link by mail, people can sign in with; null where it is not configured. */
export interface SignInSettings {
  readonly google: OAuthClient | null;
  readonly github: OAuthClient | null;
  readonly entra: EntraClient | null;
}

export const PROVIDER_IDS = ["google", "github", "azure-ad"] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

const PROVIDERS = [
  { id: "google", name: "Google", setting: "google", origin: "https://accounts.google.com" },
  { id: "github", name: "GitHub", setting: "github", origin: "https://github.com" },
  { id: "azure-ad", name: "Microsoft", setting: "entra", origin: "https://login.microsoftonline.com" },
] as const satisfies readonly {
  id: ProviderId;
  name: string;
  setting: keyof SignInSettings;
  /** Where people agree. */
  origin: string;
}[];

/** The configured providers, as the sign-in page offers them. */
export const configuredProviders = (
  settings: SignInSettings,
): readonly { readonly id: ProviderId; readonly name: string }[] =>
  PROVIDERS.filter(({ setting }) => settings[setting] !== null).map(({ id, name }) => ({ id, name }));

/** Where the sign-in form may lead to: the pages of the configured providers. */
export const providerOrigins = (settings: SignInSettings): readonly string[] =>
  PROVIDERS.filter(({ setting }) => settings[setting] !== null).map(({ origin }) => origin);

/** The name people know a provider by. */
export const providerName = (id: string): string => PROVIDERS.find(known => known.id === id)?.name ?? id;

export function signInSettingsOf(env: Env): SignInSettings {
  const entra = client(env.ENTRA_CLIENT_ID, env.ENTRA_CLIENT_SECRET);
  return {
    google: client(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
    github: client(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET),
    entra:
      entra === null || env.ENTRA_TENANT_ID === undefined
        ? null
        : { ...entra, tenantId: env.ENTRA_TENANT_ID },
  };
}

const client = (clientId?: string, clientSecret?: string): OAuthClient | null =>
  clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret };
