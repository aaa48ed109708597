import type { MetadataRoute } from "next";
import { CODE_PAGES } from "#lib/bounce/codes/code-pages.ts";
import { CHECKS } from "#lib/scan/registry.ts";
import { siteUrl } from "#lib/web/site-url.ts";

const PAGES = [
  "/",
  "/guides",
  "/guides/550-5-4-1",
  "/codes",
  "/checks",
  "/about/grade",
  "/docs/api",
  "/docs/webhooks",
  "/privacy",
] as const;

/** The address of the site is known when it is asked, not when it is built. */
export const dynamic = "force-dynamic";

/** What describes the product. Nothing that belongs to somebody. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = await siteUrl();
  const checks = CHECKS.map(check => `/checks/${check.id}`);
  const codes = CODE_PAGES.map(({ slug }) => `/codes/${slug}`);
  return [...PAGES, ...codes, ...checks].map(path => ({ url: `${site}${path === "/" ? "" : path}` }));
}
