import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Resolver } from "#lib/dns/resolver.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { type Blocklist, checkEntry, createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { systemClock } from "#lib/values/clock.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLEAN_ENTRY, LISTED_ENTRY, listingCode, testEntries } from "./personas.ts";

const RBLDNSD = "/usr/sbin/rbldnsd";

/** Lists that take IPv4 addresses: what rbldnsd's ip4set can hold. */
const lists = DEFAULT_LISTS.filter(list => list.families.includes("ipv4"));

/** Data sets of rbldnsd (ip4set): entries that are listed, each with the code of the list. */
const DATA: Readonly<Record<string, (list: Blocklist) => string>> = {
  healthy: list => set(listingCode(list), [...testEntries(list), LISTED_ENTRY.ipv4]),
  empty: list => set(listingCode(list), []),
  "test entry missing": list => set(listingCode(list), [LISTED_ENTRY.ipv4]),
  "lists the world": list => set(listingCode(list), WORLD),
  "refuses everybody": () => set("127.255.255.254", WORLD),
};

/** rbldnsd takes no wider block. */
const WORLD = Array.from({ length: 256 }, (_, octet) => `${octet}.0.0.0/8`);

const EXPECTED: Readonly<Record<string, readonly [listed: string, clean: string]>> = {
  healthy: ["listed", "not-listed"],
  empty: ["unknown", "unknown"],
  "test entry missing": ["unknown", "unknown"],
  "lists the world": ["unknown", "unknown"],
  "refuses everybody": ["refused", "refused"],
};

const set = (code: string, entries: readonly string[]): string =>
  [`:${code}:listed`, ...entries.filter(entry => !entry.includes(":"))].join("\n").concat("\n");

describe.skipIf(!existsSync(RBLDNSD)).each(Object.entries(DATA))("rbldnsd: %s", (name, data) => {
  let folder = "";
  let daemon: ChildProcess;
  let resolver: Resolver;
  const health = createListHealthCache(systemClock);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mailtriage-rbldnsd-"));
    await chmod(folder, 0o755);
    for (const list of lists) await writeFile(join(folder, list.id), data(list));
    const port = await freePort();
    const zones = lists.map(list => `${list.zone}:ip4set:${list.id}`);
    const user = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
    daemon = spawn(RBLDNSD, ["-n", ...user, "-w", folder, "-b", `127.0.0.1/${port}`, ...zones], {
      stdio: "ignore",
    });
    const servers = [{ kind: "address" as const, address: "127.0.0.1", port }];
    resolver = liveResolver({ servers, clock: systemClock, attempts: 3, attemptTimeoutMs: 1000 });
    await answering(resolver, lists);
  });
  afterAll(async () => {
    daemon.kill();
    await rm(folder, { recursive: true });
  });

  test.each(lists)("$id", async list => {
    const [bad, good] = await Promise.all([
      checkEntry(list, LISTED_ENTRY.ipv4, resolver, health),
      checkEntry(list, CLEAN_ENTRY.ipv4, resolver, health),
    ]);
    expect([bad.verdict.result, good.verdict.result]).toEqual(EXPECTED[name]);
  });
});

async function freePort(): Promise<number> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  await new Promise<void>(resolve => socket.close(() => resolve()));
  return port;
}

/** Waits until the daemon answers, for five seconds at most. */
async function answering(resolver: Resolver, [list]: readonly Blocklist[]): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { status } = await resolver.lookup(`9.9.9.9.${list?.zone}`, "A");
    if (status !== "unreachable" && status !== "timeout") return;
    await systemClock.sleep(100);
  }
  throw new Error("rbldnsd does not answer");
}
