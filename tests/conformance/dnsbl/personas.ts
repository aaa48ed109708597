import type { ServerFault } from "#lib/dns/name-server/fault.ts";
import type { Blocklist } from "#lib/mail/dnsbl/index.ts";
import { dnsblQueryName } from "#lib/mail/dnsbl/query-name.ts";

/** What may be said of an entry that the persona lists, and of one that it does not. */
export type Cell = "listed" | "not-listed" | "refused" | "unknown";

/** A way for a blocklist to be, well or ill. */
export interface Persona {
  readonly zone: (list: Blocklist) => string;
  readonly fault?: Omit<ServerFault, "name">;
  readonly listed: readonly Cell[];
  readonly clean: readonly Cell[];
}

export const LISTED_ENTRY = { ipv4: "203.0.113.7", ipv6: "2001:db8::7", domain: "bad.example" } as const;
export const CLEAN_ENTRY = { ipv4: "203.0.113.8", ipv6: "2001:db8::8", domain: "good.example" } as const;

/** A code that the list itself documents as a listing. */
export function listingCode(list: Blocklist): string {
  for (const code of list.codes) {
    if (code.result === "listed") return "bit" in code ? `127.0.0.${code.bit}` : code.from;
  }
  throw new Error(`${list.id} documents no listing`);
}

/** The entries that a list proves itself with: its own, else those of RFC 5782 section 5. */
export function testEntries(list: Blocklist): readonly string[] {
  if (list.positiveProbes.length > 0) return list.positiveProbes;
  if (list.families.includes("ipv4")) return ["127.0.0.2"];
  return list.families.includes("ipv6") ? ["::ffff:7f00:2"] : ["test"];
}

const record = (name: string, address: string) => `${name}. 60 IN A ${address}\n`;
const entries = (list: Blocklist) => list.families.map(family => LISTED_ENTRY[family]);
const everything = (list: Blocklist, ...addresses: readonly string[]) =>
  addresses.map(address => record(`*.${list.zone}`, address)).join("");
const named = (list: Blocklist, names: readonly string[], address: string) =>
  names.map(name => record(dnsblQueryName(name, list.zone), address)).join("");
const listings = (list: Blocklist) => named(list, entries(list), listingCode(list));
const healthy = (list: Blocklist) => named(list, testEntries(list), listingCode(list)) + listings(list);

const SILENT: readonly Cell[] = ["unknown", "refused"];

export const PERSONAS: Readonly<Record<string, Persona>> = {
  healthy: { zone: healthy, listed: ["listed"], clean: ["not-listed"] },
  slow: { zone: healthy, fault: { kind: "delay", delayMs: 60 }, listed: ["listed"], clean: ["not-listed"] },
  "empty (dead)": { zone: list => record(list.zone, "192.0.2.1"), listed: ["unknown"], clean: ["unknown"] },
  "lists the world": { zone: list => everything(list, "127.0.0.2"), listed: SILENT, clean: SILENT },
  "lists the world with its own code": {
    zone: list => everything(list, listingCode(list)),
    listed: ["unknown"],
    clean: ["unknown"],
  },
  parked: { zone: list => everything(list, "198.51.100.1"), listed: ["unknown"], clean: ["unknown"] },
  "127.255.255.254": {
    zone: list => everything(list, "127.255.255.254"),
    listed: ["refused"],
    clean: ["refused"],
  },
  "127.0.0.1": { zone: list => everything(list, "127.0.0.1"), listed: SILENT, clean: SILENT },
  "127.0.0.255": { zone: list => everything(list, "127.0.0.255"), listed: SILENT, clean: SILENT },
  "error and listing together": {
    zone: list => everything(list, listingCode(list), "127.255.255.254"),
    listed: ["refused"],
    clean: ["refused"],
  },
  "healthy, then an error beside the listing": {
    zone: list => healthy(list) + named(list, entries(list), "127.255.255.255"),
    listed: ["refused"],
    clean: ["not-listed"],
  },
  "positive probe missing": { zone: listings, listed: ["unknown"], clean: ["unknown"] },
  "listings turned into NODATA": {
    zone: list => `*.${list.zone}. 60 IN TXT "stripped"\n`,
    listed: ["unknown"],
    clean: ["unknown"],
  },
  SERVFAIL: { zone: healthy, fault: { kind: "servfail" }, listed: ["unknown"], clean: ["unknown"] },
  REFUSED: { zone: healthy, fault: { kind: "refused" }, listed: ["refused"], clean: ["refused"] },
  timeout: { zone: healthy, fault: { kind: "drop" }, listed: ["unknown"], clean: ["unknown"] },
  malformed: { zone: healthy, fault: { kind: "malformed" }, listed: ["unknown"], clean: ["unknown"] },
};
