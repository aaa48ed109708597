import { asStrings, bareRsaKey, rsaRecord } from "../support/dkim-keys.ts";
import type { Scenarios } from "../support/scenario.ts";

const MAIL = `
example.com. MX 10 mx.example.com.
mx.example.com. A 203.0.113.10
example.com. TXT "v=spf1 mx -all"
`;
const txt = (text: string, selector = "default") =>
  `${selector}._domainkey.example.com. TXT ${asStrings(text)}\n`;
const cname = (selector: string, target: string) => `${selector}._domainkey.example.com. CNAME ${target}.\n`;
const ED25519 = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const TENANT = "selector1-example-com._domainkey.contoso.onmicrosoft.com";
const invalid = (text: string) => ({
  zone: MAIL + txt(text),
  must: ["invalid @default = fail"],
  mustNot: ["valid", "revoked"],
});

export const scenarios: Scenarios = {
  "RSA of 2048 bits": { zone: MAIL + txt(rsaRecord(2048)), must: ["valid @default = pass"] },
  "RSA of 4096 bits": { zone: MAIL + txt(rsaRecord(4096)), must: ["valid"] },
  Ed25519: { zone: MAIL + txt(ED25519), must: ["valid"], mustNot: ["weak", "short"] },
  "behind an alias": {
    zone: `${MAIL}${cname("s1", "s1.domainkey.u1.wl.sendgrid.net")}s1.domainkey.u1.wl.sendgrid.net. TXT ${asStrings(rsaRecord(2048))}\n`,
    must: ["valid @s1"],
  },
  revoked: { zone: MAIL + txt("v=DKIM1; p="), must: ["revoked @default = info"], mustNot: ["invalid"] },
  "cut off": invalid(rsaRecord(2048).slice(0, 255)),
  "quotes inside": invalid(`${rsaRecord(2048).slice(0, 200)}" "${rsaRecord(2048).slice(200)}`),
  "no p tag": invalid("v=DKIM1; k=rsa"),
  "wrong version": invalid(rsaRecord(2048, "v=DKIM2; ")),
  "repeated tag": invalid(rsaRecord(2048, "v=DKIM1; k=rsa; k=rsa; ")),
  "only SHA-1": invalid(rsaRecord(2048, "v=DKIM1; h=sha1; ")),
  "no key at the selector of a message": {
    zone: `${MAIL}x7f3k._domainkey.example.com. TXT "hello"\n`,
    selectors: ["x7f3k"],
    must: ["invalid @x7f3k"],
  },
  "nothing at the selector of a message": {
    zone: MAIL + txt(rsaRecord(2048)),
    selectors: ["x7f3k"],
    must: ["missing @x7f3k = warn", "valid @default"],
  },
  "512 bits": { zone: MAIL + txt(rsaRecord(512)), must: ["weak = fail"], mustNot: ["short", "valid"] },
  "1023 bits": { zone: MAIL + txt(rsaRecord(1023)), must: ["weak"] },
  "1024 bits": { zone: MAIL + txt(rsaRecord(1024)), must: ["short = warn"], mustNot: ["weak", "valid"] },
  "2047 bits": { zone: MAIL + txt(rsaRecord(2047)), must: ["short"] },
  "8192 bits": { zone: MAIL + txt(rsaRecord(8192)), must: ["oversized = warn"], mustNot: ["valid"] },
  "test flag": { zone: MAIL + txt(rsaRecord(2048, "v=DKIM1; t=y:s; ")), must: ["testing = warn"] },
  "flag for the exact domain is fine": {
    zone: MAIL + txt(rsaRecord(2048, "v=DKIM1; t=s; ")),
    must: ["valid"],
    mustNot: ["testing"],
  },
  "a bare key": {
    zone: MAIL + txt(`v=DKIM1; k=rsa; p=${bareRsaKey(2048).toString("base64")}`),
    must: ["problems = warn"],
    mustNot: ["valid", "invalid"],
  },
  "two records": {
    zone: MAIL + txt(rsaRecord(2048)) + txt(rsaRecord(1024)),
    must: ["multiple @default = fail"],
    mustNot: ["valid", "short"],
  },
  "an alias to nowhere": {
    zone: `${MAIL}${cname("s1", "s1.domainkey.u1.wl.sendgrid.net")}`,
    must: ["dangling-cname @s1 = fail"],
    mustNot: ["missing"],
  },
  "the reserve of Microsoft 365": {
    zone: `${MAIL}${cname("selector1", TENANT)}${cname("selector2", "selector2-example-com._domainkey.contoso.onmicrosoft.com")}${TENANT}. TXT ${asStrings(rsaRecord(2048))}\n`,
    must: ["valid @selector1", "dangling-cname @selector2 = info"],
    mustNot: ["dangling-cname @selector2 = fail"],
  },
  "Microsoft 365 with no key at all": {
    zone: `${MAIL}${cname("selector1", TENANT)}${cname("selector2", "selector2-example-com._domainkey.contoso.onmicrosoft.com")}`,
    must: ["dangling-cname @selector1 = fail", "dangling-cname @selector2 = fail"],
  },
  "no keys": { zone: MAIL, must: ["not-applicable"] },
  "the target of an alias does not answer": {
    zone: `${MAIL}${cname("s1", "s1.domainkey.u1.wl.sendgrid.net")}s1.domainkey.u1.wl.sendgrid.net. TXT ${asStrings(rsaRecord(2048))}\n`,
    faults: [{ name: "s1.domainkey.u1.wl.sendgrid.net", failure: "servfail" }],
    must: ["dkim-selectors/inconclusive"],
    mustNot: ["dangling-cname", "missing"],
  },
};
