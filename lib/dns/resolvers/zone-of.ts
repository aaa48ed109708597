import { getDomain } from "tldts";

/**
 * The zone that a name is budgeted under: its registrable domain by the public suffix list, else its last label.
 * Underscored names ("_dmarc.example.com") belong to their domain too.
 */
export const zoneOf = (name: string): string =>
  getDomain(name, { validateHostname: false }) ?? name.slice(name.lastIndexOf(".") + 1);
