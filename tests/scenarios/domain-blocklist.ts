import type { Scenarios } from "../support/scenario.ts";

const DOMAIN = 'example.com. 300 IN A 203.0.113.1\nexample.com. 300 IN TXT "v=spf1 -all"\n';
const PROVEN = `
dbltest.com.dbl.spamhaus.org.  60 IN A 127.0.1.2
2.0.0.127.multi.uribl.com.     60 IN A 127.0.0.14
test.uribl.com.multi.uribl.com. 60 IN A 127.0.0.14
`;

export const scenarios: Scenarios = {
  clean: {
    zone: DOMAIN + PROVEN,
    must: ["checked", "not-listed @example.com @ spamhaus-dbl"],
    mustNot: ["listed"],
  },
  listed: {
    zone: `${DOMAIN}${PROVEN}example.com.dbl.spamhaus.org. 60 IN A 127.0.1.4\nexample.com.dbl.spamhaus.org. 60 IN TXT "see the list's page"\n`,
    must: ["listed @example.com @ spamhaus-dbl = fail"],
  },
  "grey is not black": {
    zone: `${DOMAIN}${PROVEN}example.com.multi.uribl.com. 60 IN A 127.0.0.4\n`,
    must: ["policy-listed @example.com @ uribl"],
    mustNot: ["listed"],
  },
  "lists that do not exist here": {
    zone: DOMAIN,
    must: ["not-checked @example.com @ spamhaus-dbl"],
    mustNot: ["not-listed @example.com @ spamhaus-dbl"],
  },
};
