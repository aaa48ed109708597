import { describe, expect, it } from "vitest";
import { fixContext } from "#lib/scan/fix-context.ts";
import { gathered } from "#lib/scan/define-probe.ts";
import type { GatheredEvidence } from "#lib/scan/evidence.ts";

const FAILED = { ok: false, failure: { reason: "dns-failed", lookups: [] } } as const;
type Parts = Pick<GatheredEvidence, "hosts" | "nameServers" | "profile">;

const hosts = (...names: readonly string[]): Parts["hosts"] =>
  gathered({
    hosts: names.map(host => ({
      host,
      preference: 10,
      kind: "name" as const,
      a: gathered([]),
      aaaa: gathered([]),
      alias: null,
      lookups: [],
    })),
    more: 0,
  });
const parts = (mail: Parts["hosts"], ...servers: readonly string[]): Parts => ({
  hosts: mail,
  nameServers: gathered({
    zone: "example.com",
    servers: servers.map(host => ({ host, address: gathered(null), answers: null })),
    more: 0,
  }),
  profile: FAILED,
});

describe("fixContext", () => {
  it.each([
    [["aspmx.l.google.com", "alt1.aspmx.l.google.com"], "google-workspace"],
    [["example-com.mail.protection.outlook.com", "mx.example.com"], "microsoft365"],
    [["mxa-1.gslb.pphosted.com", "example-com.mail.protection.outlook.com"], "microsoft365"],
    [["mxa-1.gslb.pphosted.com"], "proofpoint"],
    [["aspmx.l.google.com", "example-com.mail.protection.outlook.com"], null],
    [["mx.example.com"], null],
    [[], null],
  ] as const)("of %j has the mail provider %s", (names, provider) => {
    expect(fixContext("example.com", parts(hosts(...names))).mailProvider).toBe(provider);
  });

  it("knows the host of the zone by its name servers", () => {
    const context = fixContext("example.com", parts(hosts(), "a.ns.cloudflare.com", "b.ns.cloudflare.com"));
    expect(context).toEqual({
      domain: "example.com",
      mailProvider: null,
      dnsProvider: "cloudflare",
      sends: null,
    });
  });

  it("knows nothing where nothing was gathered", () => {
    const context = fixContext("example.com", { hosts: FAILED, nameServers: FAILED, profile: FAILED });
    expect(context).toEqual({ domain: "example.com", mailProvider: null, dnsProvider: null, sends: null });
  });
});
