import { providerOrigins, signInSettingsOf } from "#lib/auth/providers.ts";
import { loadEnv } from "#lib/env.ts";

/** The pages with buttons that lead to a provider. */
const WITH_PROVIDERS: ReadonlySet<string> = new Set(["/sign-in", "/account"]);

let origins: readonly string[] | null = null;

/** Origins beside ours that a form on this page may lead to. */
export const formTargetsOf = (path: string): readonly string[] =>
  WITH_PROVIDERS.has(path) ? (origins ??= providerOrigins(signInSettingsOf(loadEnv()))) : [];
