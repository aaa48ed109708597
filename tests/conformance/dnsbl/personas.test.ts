import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { checkEntry, createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { systemClock } from "#lib/values/clock.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLEAN_ENTRY, LISTED_ENTRY, PERSONAS } from "./personas.ts";

/** Every default list in every state, over real packets: no cell may say what the list does not. */
describe.each(Object.entries(PERSONAS))("%s", (_name, persona) => {
  let server: NameServer;
  let resolver: Resolver;
  const health = createListHealthCache(systemClock);

  beforeAll(async () => {
    server = await startNameServer({
      zones: DEFAULT_LISTS.map(persona.zone).join(""),
      faults: persona.fault === undefined ? [] : [{ name: "*", ...persona.fault }],
    });
    const { address, port } = server;
    const servers = [{ kind: "address" as const, address, port }];
    resolver = liveResolver({ servers, clock: systemClock, attemptTimeoutMs: 400, attempts: 1 });
  });
  afterAll(() => server.close());

  test.concurrent.each(DEFAULT_LISTS)("$id", async list => {
    for (const family of list.families) {
      const [bad, good] = await Promise.all([
        checkEntry(list, LISTED_ENTRY[family], resolver, health),
        checkEntry(list, CLEAN_ENTRY[family], resolver, health),
      ]);
      expect(persona.listed, `listed ${family}`).toContain(bad.verdict.result);
      expect(persona.clean, `clean ${family}`).toContain(good.verdict.result);
    }
  });
});
