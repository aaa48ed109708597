import type { MetadataRoute } from "next";

/** Reports are somebody's: search engines may read what describes the product, not what it found. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/scans/", "/bounces/", "/batches/", "/r/", "/account/", "/api/"],
    },
  };
}
