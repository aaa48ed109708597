import { headers } from "next/headers";
import { siteOf } from "./site-of.ts";

/** The address under which people reach this site, without a final slash. */
export const siteUrl = async (): Promise<string> => siteOf(await headers());

/** Whether people reach this site over TLS: then its cookies are for TLS alone. */
export const isSecureSite = async (): Promise<boolean> => (await siteUrl()).startsWith("https:");
