import type { Fault } from "#lib/dns/resolvers/zone.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import type { Blocklist } from "#lib/mail/dnsbl/index.ts";
import { checkEntry, createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { dnsblQueryName } from "#lib/mail/dnsbl/query-name.ts";
import { systemClock } from "#lib/values/clock.ts";
import { describe, expect, test } from "vitest";

/** What a persona may make of a listed and of a clean entry. */
type Cell = "listed" | "not-listed" | "refused" | "unknown";
interface Persona {
  readonly zone: (list: Blocklist) => string;
  readonly faults?: (list: Blocklist) => readonly Fault[];
  readonly delayMs?: number;
  readonly listed: readonly Cell[];
  readonly clean: readonly Cell[];
}

const bad = { ipv4: "203.0.113.7", ipv6: "2001:db8::7", domain: "bad.example" } as const;
const good = { ipv4: "203.0.113.8", ipv6: "2001:db8::8", domain: "good.example" } as const;

/** A code that the list itself documents as a listing. */
function listingCode(list: Blocklist): string {
  for (const code of list.codes) {
    if (code.result === "listed") return "bit" in code ? `127.0.0.${code.bit}` : code.from;
  }
  throw new Error(`${list.id} documents no listing`);
}

const testEntries = (list: Blocklist): readonly string[] => {
  if (list.positiveProbes.length > 0) return list.positiveProbes;
  if (list.families.includes("ipv4")) return ["127.0.0.2"];
  return list.families.includes("ipv6") ? ["::ffff:7f00:2"] : ["test"];
};

const record = (name: string, address: string) => `${name}. 60 IN A ${address}\n`;
const everything = (list: Blocklist, ...addresses: readonly string[]) =>
  addresses.map(address => record(`*.${list.zone}`, address)).join("");
const entries = (list: Blocklist) => list.families.map(family => bad[family]);
const listings = (list: Blocklist) =>
  entries(list)
    .map(entry => record(dnsblQueryName(entry, list.zone), listingCode(list)))
    .join("");
const proofs = (list: Blocklist) =>
  testEntries(list)
    .map(entry => record(dnsblQueryName(entry, list.zone), listingCode(list)))
    .join("");
const healthy = (list: Blocklist) => proofs(list) + listings(list);
const failing = (failure: Fault["failure"]) => (list: Blocklist) => [{ name: `*.${list.zone}`, failure }];

const SILENT: readonly Cell[] = ["unknown", "refused"];

const PERSONAS: Readonly<Record<string, Persona>> = {
  healthy: { zone: healthy, listed: ["listed"], clean: ["not-listed"] },
  slow: { zone: healthy, delayMs: 40, listed: ["listed"], clean: ["not-listed"] },
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
    zone: list =>
      healthy(list) +
      entries(list)
        .map(entry => record(dnsblQueryName(entry, list.zone), "127.255.255.255"))
        .join(""),
    listed: ["refused"],
    clean: ["not-listed"],
  },
  "positive probe missing": { zone: listings, listed: ["unknown"], clean: ["unknown"] },
  "listings turned into NODATA": {
    zone: list => `*.${list.zone}. 60 IN TXT "stripped"\n`,
    listed: ["unknown"],
    clean: ["unknown"],
  },
  SERVFAIL: { zone: healthy, faults: failing("servfail"), listed: ["unknown"], clean: ["unknown"] },
  REFUSED: { zone: healthy, faults: failing("refused"), listed: ["refused"], clean: ["refused"] },
  timeout: { zone: healthy, faults: failing("timeout"), listed: ["unknown"], clean: ["unknown"] },
  malformed: { zone: healthy, faults: failing("malformed"), listed: ["unknown"], clean: ["unknown"] },
};

describe.each(Object.entries(PERSONAS))("%s", (_name, persona) => {
  test.each(DEFAULT_LISTS)("$id", async list => {
    const { zone, faults, delayMs } = persona;
    const resolver = zoneResolver(zone(list), {
      clock: systemClock,
      faults: faults?.(list) ?? [],
      ...(delayMs === undefined ? {} : { delayMs }),
    });
    const health = createListHealthCache(systemClock);
    for (const family of list.families) {
      const bads = await checkEntry(list, bad[family], resolver, health);
      const goods = await checkEntry(list, good[family], resolver, health);
      expect(persona.listed, `listed ${family}`).toContain(bads.verdict.result);
      expect(persona.clean, `clean ${family}`).toContain(goods.verdict.result);
    }
  });
});
