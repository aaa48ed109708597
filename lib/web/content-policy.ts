export interface PolicyInput {
  /** At least 128 random bits, base64, new for every answer. */
  readonly nonce: string;
  /** The development server needs eval and inline styles for its reloading. */
  readonly development: boolean;
  /**
   * Origins that the answer to a form of this page may lead to. Browsers hold redirects against `form-action`
   * too (CSP Level 3, 4.2).
   */
  readonly formTargets?: readonly string[];
}

/**
 * The Content-Security-Policy of a page (CSP Level 3): scripts run by nonce only, nothing is loaded from
 * anywhere else, and where the browser knows Trusted Types no string becomes a script.
 */
export function contentPolicy({ nonce, development, formTargets = [] }: PolicyInput): string {
  const directives = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...formTargets].join(" "),
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types nextjs default"]),
  ];
  return directives.join("; ");
}
