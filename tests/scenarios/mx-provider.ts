import type { Scenarios } from "../support/scenario.ts";

/** What the SPF records that providers ask for lead to. */
const SPF = `spf.protection.outlook.com. TXT "v=spf1 ip4:192.0.2.0/24 -all"
_spf.google.com. TXT "v=spf1 ip4:192.0.2.0/24 ~all"
`;

const mx = (...hosts: readonly string[]) =>
  SPF +
  hosts
    .map((host, at) => `example.com. MX ${(at + 1) * 10} ${host}.\n${host}. A 192.0.2.${at + 1}\n`)
    .join("");

export const scenarios: Scenarios = {
  "Microsoft 365": {
    zone: mx("example-com.mail.protection.outlook.com"),
    must: ["identified = info"],
    mustNot: ["foreign-tenant", "self-hosted"],
  },
  "Microsoft 365 under the names of 2026": {
    zone: mx("example-com.k-v1.mx.microsoft"),
    must: ["identified"],
    mustNot: ["foreign-tenant"],
  },
  "a sub-domain with the host of its parent": {
    domain: "news.example.com",
    zone: `${SPF}news.example.com. MX 0 example-com.mail.protection.outlook.com.
example-com.mail.protection.outlook.com. A 192.0.2.1`,
    must: ["identified"],
    mustNot: ["foreign-tenant"],
  },
  "Microsoft 365 for another domain": {
    zone: mx("contoso-com.mail.protection.outlook.com"),
    must: ["identified", "foreign-tenant @contoso-com.mail.protection.outlook.com = warn"],
  },
  "Microsoft 365 for another domain, under the names of 2026": {
    zone: mx("contoso-com.k-v1.mx.microsoft"),
    must: ["foreign-tenant = warn"],
  },
  "a host behind an alias": {
    zone: `${SPF}example.com. MX 10 mx.example.com.
mx.example.com. CNAME aspmx.l.google.com.
aspmx.l.google.com. A 192.0.2.1`,
    must: ["identified"],
    mustNot: ["self-hosted"],
  },
  "servers of the domain's own": { zone: mx("mx1.example.com"), must: ["self-hosted = info"] },
  "a name that only looks like Microsoft": {
    zone: mx("example-com.mail.protection.outlook.com.example.net"),
    must: ["self-hosted"],
    mustNot: ["identified"],
  },
  "no MX but an address": { zone: "example.com. A 192.0.2.1", must: ["self-hosted"] },
  "half a migration": {
    zone: mx("aspmx.l.google.com", "example-com.mail.protection.outlook.com"),
    must: ["several-providers = warn"],
    mustNot: ["identified"],
  },
  "several hosts of one provider": {
    zone: mx("aspmx.l.google.com", "alt1.aspmx.l.google.com", "alt2.aspmx.l.google.com"),
    must: ["identified"],
    mustNot: ["several-providers"],
  },
  "a way round the filter": {
    zone: mx("mxa-0001.gslb.pphosted.com", "example-com.mail.protection.outlook.com"),
    must: ["several-providers = warn"],
  },
  "two filters": {
    zone: mx("mxa-0001.gslb.pphosted.com", "eu-smtp-inbound-1.mimecast.com"),
    must: ["several-providers"],
  },
  "a filter": {
    zone: mx("mxa-0001.gslb.pphosted.com", "mxb-0001.gslb.pphosted.com"),
    must: ["gateway-in-front = info"],
    mustNot: ["identified"],
  },
  "a service that is gone": {
    zone: mx("example.com.s8a1.psmtp.com"),
    must: ["dead-service @example.com.s8a1.psmtp.com = fail"],
    mustNot: ["identified"],
  },
  "a service that is gone beside one that works": {
    zone: mx("example.com.s8a1.psmtp.com", "aspmx.l.google.com"),
    must: ["dead-service = fail", "identified"],
  },
  "the proof of ownership for Microsoft alone": {
    zone: "example.com. MX 32767 ms12345678.msv1.invalid.",
    must: ["wrong-target = fail"],
  },
  "the proof of ownership beside real servers": {
    zone: `${mx("example-com.mail.protection.outlook.com")}example.com. MX 32767 ms12345678.msv1.invalid.`,
    must: ["identified"],
    mustNot: ["wrong-target", "several-providers"],
  },
  "the sender's own machine": {
    zone: "example.com. MX 10 localhost.",
    must: ["wrong-target @localhost = fail"],
  },
  "a parking company": {
    zone: mx("park-mx.h-email.net"),
    must: ["identified"],
    mustNot: ["wrong-target", "dead-service"],
  },
  "a null MX": { zone: "example.com. MX 0 .", must: ["not-applicable"] },
};
