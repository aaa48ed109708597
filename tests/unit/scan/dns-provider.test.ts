import { describe, expect, it } from "vitest";
import table from "../../../data/dns-providers.json" with { type: "json" };
import { dnsProviderById, recogniseDnsProvider } from "#lib/scan/dns-provider.ts";

describe("recogniseDnsProvider", () => {
  it.each([
    [["ada.ns.cloudflare.com", "bob.ns.cloudflare.com"], "cloudflare"],
    [["ns-1.awsdns-00.com", "ns-2.awsdns-10.co.uk", "ns-3.awsdns-63.org", "ns-4.awsdns-2.net"], "route53"],
    [["ns1-04.azure-dns.com", "ns2-04.azure-dns.net", "ns3-04.azure-dns.org"], "azure-dns"],
    [["ns49.domaincontrol.com", "ns50.domaincontrol.com"], "godaddy"],
    [["dns1.registrar-servers.com"], "namecheap"],
    [["hydrogen.ns.hetzner.com", "oxygen.ns.hetzner.com", "helium.ns.hetzner.de"], "hetzner"],
  ])("%j are %s", (servers, id) => {
    expect(recogniseDnsProvider(servers)?.id).toBe(id);
  });

  it.each([
    [[]],
    [["ns1.example.com"]],
    [["ada.ns.cloudflare.com", "ns1.example.com"]],
    [["ada.ns.cloudflare.com", "ns1.gandi.net"]],
    [["ns.cloudflare.com.example.com"]],
    [["xns.cloudflare.com"]],
    [["ns1.notawsdns-1.com"]],
  ])("%j are nobody known", servers => {
    expect(recogniseDnsProvider(servers)).toBeNull();
  });

  it("finds each provider of its table by each of its patterns and by id", () => {
    for (const { id, ns } of table.providers) {
      for (const pattern of ns) {
        expect(recogniseDnsProvider([`ns1.${pattern.replace("*", "7")}`])?.id, pattern).toBe(id);
      }
      expect(dnsProviderById(id)?.id).toBe(id);
    }
    expect(dnsProviderById("nobody")).toBeNull();
    expect(dnsProviderById(null)).toBeNull();
  });
});
