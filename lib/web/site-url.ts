import { headers } from "next/headers";
import { house } from "#lib/composition.ts";

/** The address under which people reach this site, without a final slash: configured, else that of the request. */
export async function siteUrl(): Promise<string> {
  const { publicUrl } = house().settings;
  if (publicUrl !== null) return publicUrl;
  const from = await headers();
  const host = from.get("x-forwarded-host") ?? from.get("host") ?? "localhost";
  return `${from.get("x-forwarded-proto") ?? "http"}://${host}`;
}

/** Whether people reach this site over TLS: then its cookies are for TLS alone. */
export const isSecureSite = async (): Promise<boolean> => (await siteUrl()).startsWith("https:");
