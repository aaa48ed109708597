import type { EgressResult } from "#lib/net/egress.ts";
import type { Scenario } from "./scenario.ts";

const POLICY = "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: mx2.example.com\nmax_age: 1209600\n";

const page = (body: string): EgressResult => ({
  ok: true,
  status: 200,
  contentType: "text/plain",
  body: new TextEncoder().encode(body),
  address: "203.0.113.80",
  ms: 1,
});

/** A domain in good order, every part of it: two mail servers, SPF with an include, DKIM, DMARC, MTA-STS, TLS-RPT. */
export const SOUND_DOMAIN: Scenario = {
  zone: `
$ORIGIN example.com.
$TTL 300
@               IN SOA ns1 hostmaster 2026112501 7200 900 1209600 300
@               IN NS  ns1
@               IN NS  ns2
ns1             IN A   203.0.113.53
ns2             IN A   198.51.100.53
@               IN MX  10 mx1
@               IN MX  20 mx2
mx1             IN A   203.0.113.10
mx1             IN AAAA 2001:db8::10
mx2             IN A   198.51.100.10
@               IN TXT "v=spf1 ip4:203.0.113.25 include:_spf.example.net -all"
_dmarc          IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com,mailto:reports@example.org"
default._domainkey IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
mail._domainkey IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
_mta-sts        IN TXT "v=STSv1; id=20261125T000000"
mta-sts         IN A   203.0.113.80
_smtp._tls      IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
_spf.example.net. IN TXT "v=spf1 include:_a.example.net -all"
_a.example.net. IN TXT "v=spf1 ip4:198.51.100.0/24 -all"
example.com._report._dmarc.example.org. IN TXT "v=DMARC1"
10.113.0.203.in-addr.arpa. IN PTR mx1.example.com.
10.100.51.198.in-addr.arpa. IN PTR mx2.example.com.
0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. IN PTR mx1.example.com.
2.0.0.127.zen.spamhaus.org. IN A 127.0.0.2
dbltest.com.dbl.spamhaus.org. IN A 127.0.1.2
`,
  fetches: { "https://mta-sts.example.com/.well-known/mta-sts.txt": page(POLICY) },
  smtp: {},
  must: [],
};
