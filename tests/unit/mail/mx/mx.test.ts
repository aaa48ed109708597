import { describe, expect, it } from "vitest";
import table from "../../../../data/mx-providers.json" with { type: "json" };
import { hostKind } from "#lib/mail/mx/host-kind.ts";
import { isLabelFor, microsoftTenantLabel } from "#lib/mail/mx/microsoft-tenant.ts";
import { mxSet } from "#lib/mail/mx/mx-set.ts";
import { PROVIDER_TYPES, providerById, recogniseProvider } from "#lib/mail/mx/provider.ts";

describe("recogniseProvider", () => {
  it.each([
    ["contoso-com.mail.protection.outlook.com", "microsoft365"],
    ["contoso-com.k-v1.mx.microsoft", "microsoft365"],
    ["hotmail-com.olc.protection.outlook.com", "outlook-consumer"],
    ["aspmx.l.google.com", "google-workspace"],
    ["alt1.aspmx.l.google.com", "google-workspace"],
    ["smtp.google.com", "google-workspace"],
    ["mx1.ess.uk.barracudanetworks.com", "barracuda"],
    ["mxa-00001.gslb.pphosted.com", "proofpoint"],
    ["inbound-smtp.eu-west-1.amazonaws.com", "amazon-ses"],
    ["mx.cloudflare.net", "cloudflare-routing"],
  ])("%s is run by %s", (host, id) => {
    expect(recogniseProvider(host)?.id).toBe(id);
  });

  it.each([
    "mail.protection.outlook.com.evil.example",
    "xmail.protection.outlook.com.example",
    "notaspmx.l.google.com",
    "sub.smtp.google.com",
    "inbound-smtp.eu.west.amazonaws.com",
    "mail.example.com",
    "com",
    "",
    ".",
    "__proto__",
    "constructor",
  ])("does not claim to know %s", host => {
    expect(recogniseProvider(host)?.id ?? null).toBe(host === "." ? "null-mx" : null);
  });

  it("prefers the longest pattern, which says more", () => {
    expect(recogniseProvider("mx.tmes.trendmicro.com")?.name).toBe("Trend Micro Email Security");
    expect(recogniseProvider("mx.trendmicro.com")?.name).toBe("Trend Micro");
  });

  it("knows every entry of its table, each by its own pattern", () => {
    for (const entry of table.entries) {
      expect(PROVIDER_TYPES).toContain(entry.type);
      const host = entry.pattern.replaceAll("*", "x");
      expect(recogniseProvider(host)?.id, entry.pattern).toBe(entry.provider_id);
      if (entry.match === "suffix") {
        expect(recogniseProvider(`a.b.${host}`)?.id, entry.pattern).toBe(entry.provider_id);
      }
      expect(providerById(entry.provider_id)?.id).toBe(entry.provider_id);
      expect(entry.source.length).toBeGreaterThan(0);
    }
  });
});

describe("microsoftTenantLabel", () => {
  it.each([
    ["contoso-com.mail.protection.outlook.com", "contoso-com"],
    ["contoso-com.a-v1.mx.microsoft", "contoso-com"],
    ["contoso-com.mail.protection.outlook.com.example", null],
    ["a.b.mail.protection.outlook.com", null],
    ["mail.protection.outlook.com", null],
    ["mx.microsoft", null],
    ["contoso-com.mx.microsoft", null],
  ])("of %s is %s", (host, label) => {
    expect(microsoftTenantLabel(host)).toBe(label);
  });

  it.each([
    ["contoso-com", "contoso.com", true],
    ["contoso-co-uk", "contoso.co.uk", true],
    ["contoso-com", "mail.contoso.com", true],
    ["myshop-com0i", "my-shop.com", true],
    ["my-shop-com", "my-shop.com", true],
    ["contoso-com01c", "contoso.com", true],
    ["contoso-onmicrosoft-com", "anything.example", true],
    ["fabrikam-com", "contoso.com", false],
    ["contoso-org", "contoso.com", false],
    ["com", "contoso.com", false],
  ])("%s fits %s: %s", (label, domain, fits) => {
    expect(isLabelFor(label, domain)).toBe(fits);
  });
});

describe("hostKind", () => {
  it.each([
    ["mx1.example.com", "name"],
    ["a_b.example.com", "name"],
    ["xn--bcher-kva.example", "name"],
    ["192.0.2.1", "ip-literal"],
    ["[192.0.2.1]", "ip-literal"],
    ["2001:db8::1", "ip-literal"],
    ["[ipv6:2001:db8::1]", "ip-literal"],
    ["192.0.2.256", "invalid-name"],
    ["localhost", "invalid-name"],
    ["mail server.example.com", "invalid-name"],
    ["mx1\\032.example.com", "invalid-name"],
    ["-mx.example.com", "invalid-name"],
    ["mx..example.com", "invalid-name"],
    [`${"a".repeat(64)}.example.com`, "invalid-name"],
  ])("%s is a %s", (text, kind) => {
    expect(hostKind(text)).toBe(kind);
  });
});

describe("mxSet", () => {
  it("puts hosts in the order senders try them and the null MX apart", () => {
    const set = mxSet([
      { preference: 20, exchange: "b.example.com" },
      { preference: 10, exchange: "c.example.com" },
      { preference: 0, exchange: "." },
      { preference: 10, exchange: "a.example.com" },
      { preference: 30, exchange: "a.example.com" },
    ]);
    expect(set.hosts.map(({ host, preference }) => `${preference} ${host}`)).toEqual([
      "10 a.example.com",
      "10 c.example.com",
      "20 b.example.com",
    ]);
    expect(set.nullPreference).toBe(0);
  });

  it("has no hosts and no null MX for no records", () => {
    expect(mxSet([])).toEqual({ hosts: [], nullPreference: null });
  });
});
