import { house } from "#lib/composition.ts";

/**
 * The address under which people reach this site, without a final slash: configured, else that of a request with
 * these headers.
 */
export function siteOf(headers: { get(name: string): string | null }): string {
  const { publicUrl } = house().settings;
  if (publicUrl !== null) return publicUrl;
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  return `${headers.get("x-forwarded-proto") ?? "http"}://${host}`;
}
