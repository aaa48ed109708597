import type { FixParty } from "#lib/scan/finding.ts";

/** Who has to act, said to the reader. */
export const WHO: { readonly [Party in FixParty]: string } = {
  "dns-admin": "whoever edits your DNS",
  "mail-admin": "whoever runs your mail system",
  provider: "your mail provider",
  "list-operator": "the operator of the list",
  nobody: "nobody has to act",
};
