/** What a key of the API may be allowed to do. A scope is never renamed: keys carry them for years. */
export const API_SCOPES = [
  "scans:read",
  "scans:write",
  "bounces:read",
  "bounces:write",
  "shares:read",
  "shares:write",
  "monitors:read",
  "monitors:write",
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** What a scope allows, for people. */
export const API_SCOPE_WORDS: { readonly [Scope in ApiScope]: string } = {
  "scans:read": "Read the scans and batches of the account",
  "scans:write": "Also start scans and batches, and delete them",
  "bounces:read": "Read the bounces of the account, with the people in them",
  "bounces:write": "Also hand in bounces, and delete them",
  "shares:read": "List share links",
  "shares:write": "Also create and revoke share links",
  "monitors:read": "Read the watched domains of the account and their changes",
  "monitors:write": "Also watch domains, change how, and stop",
};

/** Whether those scopes cover that one: who may write may read. */
export const allowsScope = (held: readonly ApiScope[], wanted: ApiScope): boolean =>
  held.some(scope => scope === wanted || scope === wanted.replace(":read", ":write"));
