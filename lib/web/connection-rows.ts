import { configuredProviders, providerName } from "#lib/auth/providers.ts";
import { house } from "#lib/composition.ts";

/** The providers that somebody can connect or has connected, as the account page lists them. */
export function connectionRows(
  connected: readonly string[],
): readonly { readonly id: string; readonly name: string; readonly connected: boolean }[] {
  const offered = configuredProviders(house().settings.signIn).map(({ id }) => id as string);
  return [...new Set([...offered, ...connected])].map(id => ({
    id,
    name: providerName(id),
    connected: connected.includes(id),
  }));
}
