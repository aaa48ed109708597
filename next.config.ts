import type { NextConfig } from "next";

/** What every answer carries. The content policy is made per request, in proxy.ts. */
const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), browsing-topics=()" },
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

/** A capability URL must not leak: not to search engines, caches or the next site (W3C capability URLs). */
const SHARED_REPORT = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
  { key: "Cache-Control", value: "private, no-store" },
];

/** Somebody's own things, and links that sign in: nothing of them stays in a cache or leaves this site. */
const PRIVATE = [
  { key: "Cache-Control", value: "private, no-store" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

/** Somebody's scan: reachable by its address, but not for search engines. */
const OWN_REPORT = [{ key: "X-Robots-Tag", value: "noindex" }];

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // The title comes with its page, not streamed after it: until it came, a page reached by an action had none, and a
  // screen reader could not name it.
  htmlLimitedBots: /.*/,
  // The compiler looks at the whole project in `npm run types`; a build does not do it again.
  typescript: { ignoreBuildErrors: true },
  // Not a folder further up that happens to hold a lockfile.
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/scans/:path*", headers: OWN_REPORT },
    { source: "/bounces/:path*", headers: OWN_REPORT },
    { source: "/r/:path*", headers: SHARED_REPORT },
    { source: "/batches/:path*", headers: PRIVATE },
    { source: "/account/:path*", headers: PRIVATE },
    { source: "/sign-in/:path*", headers: PRIVATE },
  ],
  // Files of 25 MB and the form around them; the proxy in front of the actions has a limit of its own.
  experimental: { serverActions: { bodySizeLimit: "26mb" }, proxyClientMaxBodySize: "26mb" },
} satisfies NextConfig;
