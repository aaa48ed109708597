/** What a key of the API may be allowed to do. A scope is never renamed: keys carry them for years. */
export const API_SCOPES = ["scans:read", "scans:write", "shares:read", "shares:write"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** What a scope allows, for people. */
export const API_SCOPE_WORDS: { readonly [Scope in ApiScope]: string } = {
  "scans:read": "Read the scans and batches of the account",
  "scans:write": "Start scans and batches, delete scans",
  "shares:read": "List share links",
  "shares:write": "Create and revoke share links",
};
