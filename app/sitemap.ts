import type { MetadataRoute } from "next";
import { CHECKS } from "#lib/scan/registry.ts";
import { siteUrl } from "#lib/web/site-url.ts";

const PAGES = ["/", "/checks", "/about/grade", "/docs/api", "/privacy"] as const;

/** The address of the site is known when it is asked, not when it is built. */
export const dynamic = "force-dynamic";

/** What describes the product. Nothing that belongs to somebody. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = await siteUrl();
  const checks = CHECKS.map(check => `/checks/${check.id}`);
  return [...PAGES, ...checks].map(path => ({ url: `${site}${path === "/" ? "" : path}` }));
}
