import { describe, expect, it } from "vitest";
import { mixtureOf, providerSet } from "#lib/mail/mx/provider-set.ts";

const set = (...hosts: readonly string[]) => providerSet(hosts.map(host => ({ host, alias: null })));
const GOOGLE = "aspmx.l.google.com";
const MICROSOFT = "example-com.mail.protection.outlook.com";
const PROOFPOINT = "mxa-1.gslb.pphosted.com";
const MIMECAST = "eu-smtp-inbound-1.mimecast.com";

describe("providerSet", () => {
  it("keeps providers in the order of their hosts, each once", () => {
    const { providers, unknown } = set(MICROSOFT, GOOGLE, "alt1.aspmx.l.google.com", "mx.example.com");
    expect(providers.map(({ provider, hosts }) => [provider.id, hosts.length])).toEqual([
      ["microsoft365", 1],
      ["google-workspace", 2],
    ]);
    expect(unknown).toEqual(["mx.example.com"]);
  });

  it("looks behind an alias, the host's own name first", () => {
    const aliased = providerSet([
      { host: "mx.example.com", alias: GOOGLE },
      { host: MICROSOFT, alias: "mx.example.net" },
    ]);
    expect(aliased.providers.map(({ provider }) => provider.id)).toEqual([
      "google-workspace",
      "microsoft365",
    ]);
  });

  it("keeps names that take no mail apart", () => {
    const { providers, special } = set("localhost", "ms1.msv1.invalid");
    expect(providers).toEqual([]);
    expect(special.map(({ provider }) => provider.id)).toEqual(["misconfig-localhost", "misconfig-msv1"]);
  });
});

describe("mixtureOf", () => {
  it.each([
    [[GOOGLE], null],
    [[GOOGLE, "mx.example.com"], null],
    [[], null],
    [[GOOGLE, MICROSOFT], "migration"],
    [[PROOFPOINT, MICROSOFT], "bypass"],
    [[PROOFPOINT, GOOGLE, MICROSOFT], "migration"],
    [[PROOFPOINT, MIMECAST], "gateways"],
    [[PROOFPOINT, MIMECAST, GOOGLE], "bypass"],
  ] as const)("of %j is %s", (hosts, mixture) => {
    expect(mixtureOf(set(...hosts))).toBe(mixture);
  });
});
