import { DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { dnsblQueryName } from "#lib/mail/dnsbl/query-name.ts";

/**
 * A typical domain as zone text: two Microsoft 365 mail servers' worth of records, four includes nested three
 * deep, DKIM by CNAME, DMARC with an outside report address, MTA-STS, TLS-RPT; and the default blocklists alive.
 */
export const typicalDomain = (domain: string): string => `
$ORIGIN ${domain}.
$TTL 300
@               IN SOA ns1.dns.example.net. hostmaster 2026112501 7200 900 1209600 300
@               IN NS  ns1.dns.example.net.
@               IN NS  ns2.dns.example.net.
@               IN A   203.0.113.1
@               IN MX  0 ${domain.replaceAll(".", "-")}.mail.protection.outlook.com.
@               IN MX  10 mx2
${domain.replaceAll(".", "-")}.mail.protection.outlook.com. IN A 198.51.100.36
mx2             IN A   203.0.113.10
@               IN TXT "v=spf1 ip4:203.0.113.25 include:spf.protection.outlook.com include:_spf.shop.example.net include:_spf.news.example.net include:_spf.crm.example.net -all"
_dmarc          IN TXT "v=DMARC1; p=quarantine; rua=mailto:reports@reports.example.net"
selector1._domainkey IN CNAME selector1-x._domainkey.tenant.onmicrosoft.com.
selector2._domainkey IN CNAME selector2-x._domainkey.tenant.onmicrosoft.com.
_mta-sts        IN TXT "v=STSv1; id=20261125"
_smtp._tls      IN TXT "v=TLSRPTv1; rua=mailto:tls@reports.example.net"
${domain}._report._dmarc.reports.example.net. IN TXT "v=DMARC1"
10.113.0.203.in-addr.arpa. IN PTR mx2.${domain}.
`;

/** What all of these domains share: the services that they include, and the blocklists. */
export const SHARED_WORLD = `
$TTL 300
ns1.dns.example.net.  IN A 203.0.113.53
ns2.dns.example.net.  IN A 203.0.113.54
spf.protection.outlook.com. IN TXT "v=spf1 ip4:198.51.100.0/24 include:spfd.protection.outlook.com -all"
spfd.protection.outlook.com. IN TXT "v=spf1 include:spfe.protection.outlook.com ip4:192.0.2.0/26 -all"
spfe.protection.outlook.com. IN TXT "v=spf1 ip4:192.0.2.128/25 -all"
_spf.shop.example.net. IN TXT "v=spf1 ip4:192.0.2.64/28 -all"
_spf.news.example.net. IN TXT "v=spf1 a:out.news.example.net -all"
out.news.example.net.  IN A 192.0.2.80
_spf.crm.example.net.  IN TXT "v=spf1 ip4:192.0.2.96/28 -all"
selector1-x._domainkey.tenant.onmicrosoft.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
selector2-x._domainkey.tenant.onmicrosoft.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
36.100.51.198.in-addr.arpa. IN PTR mail.protection.outlook.com.
${DEFAULT_LISTS.flatMap(list =>
  (list.positiveProbes.length > 0 ? list.positiveProbes : ["127.0.0.2", "test"]).map(entry => {
    const code = list.codes.find(one => one.result === "listed");
    const address = code === undefined || "bit" in code ? "127.0.0.2" : code.from;
    return `${dnsblQueryName(entry, list.zone)}. 60 IN A ${address}`;
  }),
).join("\n")}
`;
