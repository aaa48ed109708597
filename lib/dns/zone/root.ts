import type { ResourceRecord } from "../record.ts";

/** Every resolver can tell the root servers; canaries ask for them. */
export const ROOT: readonly ResourceRecord[] = ["a", "m"].map(letter => ({
  name: ".",
  type: "NS",
  ttl: 518_400,
  data: `${letter}.root-servers.net`,
}));
