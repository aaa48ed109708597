import type { SmtpCertificate } from "#lib/net/smtp-probe.ts";
import { isVouchedByDane } from "../dane-match.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { Fix } from "../finding.ts";
import { listed, withoutHosts } from "../mail-hosts.ts";
import type { NotTested } from "../probes/smtp.ts";

type CertificateProblem = NonNullable<SmtpCertificate["problem"]>;

type Offer = { readonly host: string; readonly address: string | null; readonly tlsVersion: string };
const OFFER: Offer = { host: "mx1.example.com", address: "192.0.2.1", tlsVersion: "TLSv1.3" };

/** Can mail reach the servers over an encrypted connection? */
export const smtpStarttls = defineCheck({
  id: "smtp-starttls",
  section: "delivery",
  question: "Do the mail servers take mail over an encrypted connection?",
  why: "Without STARTTLS mail crosses the Internet readable. A certificate for another name keeps out senders that insist on knowing whom they talk to.",
  reference: "RFC 3207, STARTTLS; RFC 8461, certificate validation",
  weighty: false,
  needs: ["mx", "hosts", "smtp", "tlsa"],
  outcomes: {
    offered: outcome<Offer>({
      status: "pass",
      title: ({ host, tlsVersion }) =>
        `${host} encrypts (${tlsVersion}) and shows a valid certificate for its name`,
      example: OFFER,
    }),
    "old-version": outcome<Offer>({
      status: "warn",
      title: ({ host, tlsVersion }) => `${host} encrypts with ${tlsVersion} at best`,
      detail: () =>
        "TLS 1.0 and 1.1 are out of use (RFC 8996). Senders that insist on TLS 1.2 deliver without encryption or not at all.",
      fix: ({ host }) => serverFix(host, ["Allow TLS 1.2 and 1.3."]),
      example: { ...OFFER, tlsVersion: "TLSv1" },
    }),
    "not-offered": outcome<{ host: string; address: string | null }>({
      status: "fail",
      title: ({ host }) => `${host} takes mail without encryption only (it offers no STARTTLS)`,
      detail: () =>
        "Mail is readable on its way. Senders with a rule for encryption, and all that follow MTA-STS or DANE, cannot deliver.",
      fix: ({ host }) =>
        serverFix(host, [
          `Install a certificate for ${host} and switch STARTTLS on for port 25.`,
          "If a firewall inspects SMTP (banner with asterisks, “XXXXXXXA” in the EHLO answer), switch that off: it removes STARTTLS.",
        ]),
      example: { host: "mx1.example.com", address: "192.0.2.1" },
    }),
    "certificate-invalid": outcome<
      Offer & {
        reason: CertificateProblem;
        names: readonly string[];
        validTo: string;
        issuer: string;
        dane: boolean;
      }
    >({
      // A certificate that DNSSEC vouches for needs no authority (RFC 7672 3.1.1).
      status: ({ dane }) => (dane ? "info" : "warn"),
      title: ({ host, reason }) => `The certificate of ${host} ${REASONS[reason]}`,
      detail: ({ names, issuer, validTo, dane }) =>
        `It is made for ${names.length === 0 ? "no name" : listed(names.slice(0, 5))} by ${issuer || "an unnamed issuer"} and ends on ${validTo.slice(0, 10)}. ${
          dane
            ? "The TLSA records vouch for it, so DANE senders accept it; MTA-STS senders do not."
            : "Most senders encrypt all the same; those that check (MTA-STS) do not deliver."
        }`,
      fix: ({ host, reason }) =>
        serverFix(host, [
          reason === "name-mismatch"
            ? `Install a certificate that names ${host}, exactly or with * in place of its first label.`
            : `Install a current certificate for ${host} from a public authority, together with the intermediate certificates.`,
          "If TLSA records exist, publish the one for the new key first, and wait twice their TTL.",
        ]),
      example: {
        ...OFFER,
        reason: "name-mismatch",
        names: ["mail.example.net"],
        validTo: "2027-01-01T00:00:00.000Z",
        issuer: "Example CA",
        dane: false,
      },
    }),
    "handshake-failed": outcome<{ host: string; address: string | null }>({
      status: "warn",
      title: ({ host }) => `${host} offers encryption, but it does not work`,
      detail: () =>
        "The server announced STARTTLS and then refused it or broke off the handshake. Senders fall back to plain text or give up.",
      fix: ({ host }) =>
        serverFix(host, [
          "Look into the mail server's log for the TLS error: a certificate or key file that cannot be read is the usual cause.",
          `Try it from outside: openssl s_client -starttls smtp -connect ${host}:25`,
        ]),
      example: { host: "mx1.example.com", address: "192.0.2.1" },
    }),
    "not-tested": outcome<{ because: NotTested; hosts: readonly string[] }>({
      status: "info",
      unmeasured: true,
      title: ({ because }) => NOT_TESTED[because],
      detail: ({ hosts }) =>
        `See for yourself: openssl s_client -starttls smtp -connect ${hosts[0] ?? ""}:25`,
      example: { because: "port-25-closed", hosts: ["mx1.example.com"] },
    }),
  },
  run: ({ mx, hosts, smtp, tlsa }, { need, each }) => {
    if (hosts.hosts.length === 0) return withoutHosts(mx);
    if (smtp.hosts.length === 0) return notApplicable("no-address-to-check");
    const untested = smtp.hosts.flatMap(({ host, result }) =>
      result.ok && result.value.status === "not-tested" ? [{ host, because: result.value.because }] : [],
    );
    const [first] = untested;
    if (first !== undefined && untested.length === smtp.hosts.length) {
      const names = untested.map(({ host }) => host);
      return { outcome: "not-tested", args: { because: first.because, hosts: names } };
    }
    return each(
      smtp.hosts,
      ({ host }) => host,
      ({ host, address, result }) => {
        const found = need(result);
        switch (found.status) {
          case "not-tested":
            return { outcome: "not-tested", args: { because: found.because, hosts: [host] } };
          case "no-starttls":
            return { outcome: "not-offered", args: { host, address } };
          case "tls-failed":
            return { outcome: "handshake-failed", args: { host, address } };
          case "starttls": {
            const { tlsVersion, certificate } = found;
            const offer: Offer = { host, address, tlsVersion };
            const { problem: reason, names, validTo, issuer } = certificate;
            if (OLD_VERSIONS.includes(tlsVersion)) return { outcome: "old-version", args: offer };
            if (reason === null) return { outcome: "offered", args: offer };
            const dane = isVouchedByDane(
              tlsa.hosts.find(one => one.host === host),
              found,
            );
            return {
              outcome: "certificate-invalid",
              args: { ...offer, reason, names, validTo, issuer, dane },
            };
          }
        }
      },
    );
  },
});

const NOT_TESTED: { readonly [Because in NotTested]: string } = {
  "dns-only": "Not tested: this scan opens no connections to mail servers",
  "port-25-closed": "Not tested: port 25 of other hosts cannot be reached from here",
  "not-public": "Not tested: the address cannot be reached from the Internet",
};

const OLD_VERSIONS: readonly string[] = ["SSLv3", "TLSv1", "TLSv1.1"];

const REASONS: { readonly [Reason in CertificateProblem]: string } = {
  "name-mismatch": "is made for another name",
  expired: "has run out",
  "not-yet-valid": "is not valid yet",
  "self-signed": "is signed by nobody but itself",
  untrusted: "comes from an issuer that is not publicly trusted, or its intermediate certificate is missing",
};

const serverFix = (host: string, steps: readonly string[]): Fix => ({
  who: "mail-admin",
  steps: [`On the mail server ${host}, or with whoever runs it:`, ...steps],
  records: [],
});
