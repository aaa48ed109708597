import { explainOnHover } from "#components/ui/explain-on-hover.ts";

/*
 * Runs in the browser before the page comes alive. The bundler's loader sets script addresses from strings,
 * which Trusted Types forbid; this default policy lets it load the site's own chunks and nothing else. Strings
 * that would become HTML or script find no policy and are refused.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

trustedTypes?.createPolicy("default", {
  createScriptURL: url => {
    const { origin, pathname } = new URL(url, location.href);
    return origin === location.origin && pathname.startsWith("/_next/static/") ? url : null;
  },
});

explainOnHover();
