import { type TlsaProblem, type TlsaRecord, tlsaProblem } from "#lib/mail/dane/tlsa.ts";
import { matchesTlsa, usableRecords } from "../dane-match.ts";
import { defineCheck, outcome } from "../define-check.ts";
import type { FixRecord } from "../finding.ts";
import { withoutHosts } from "../mail-hosts.ts";
import type { SmtpFinding } from "../probes/smtp.ts";
import { publishFix } from "../publish-steps.ts";

type Place = { readonly host: string; readonly name: string; readonly records: readonly string[] };
const PLACE: Place = {
  host: "mx1.example.com",
  name: "_25._tcp.mx1.example.com",
  records: ["3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
};

/** Does DNSSEC say which certificate the mail servers have? */
export const dane = defineCheck({
  id: "dane",
  section: "transport",
  question: "Does DNS say which certificate the mail servers have (DANE)?",
  why: "With DANE a sender knows from signed DNS that the server encrypts and which key it has. Wrong TLSA records are worse than none: senders that follow DANE then hold the mail back.",
  reference: "RFC 7672, SMTP security via opportunistic DANE TLS",
  weighty: false,
  needs: ["mx", "hosts", "tlsa", "smtp"],
  outcomes: {
    usable: outcome<Place & { checked: boolean }>({
      status: "pass",
      title: ({ host }) => `${host} has usable TLSA records`,
      detail: ({ checked }) =>
        checked
          ? "The certificate that the server showed matches one of them."
          : "Whether they match the server's certificate was not tested from here.",
      example: { ...PLACE, checked: true },
    }),
    absent: outcome<{ hosts: readonly string[] }>({
      status: "info",
      title: () => "The mail servers have no TLSA records",
      example: { hosts: ["mx1.example.com"] },
    }),
    insecure: outcome<Place>({
      status: "warn",
      title: ({ host }) => `${host} has TLSA records, but its zone is not signed, so senders ignore them`,
      fix: ({ host, name, records }, context) =>
        publishFix(
          context,
          [],
          [
            `Switch DNSSEC on for the zone of ${host}, or delete the TLSA records at ${name}: ${records.join("; ")}.`,
          ],
        ),
      example: PLACE,
    }),
    "mx-insecure": outcome<Place>({
      status: "info",
      title: ({ host }) => `${host} supports DANE, but the domain's own MX records are not signed`,
      detail: () =>
        "Senders cannot be sure of the server's name and so do not enforce DANE. Signing the domain's zone would switch it on.",
      example: PLACE,
    }),
    unusable: outcome<Place & { problems: readonly TlsaProblem[] }>({
      status: "warn",
      title: ({ host }) => `No TLSA record of ${host} can be used for mail`,
      detail: ({ problems }) =>
        `${[...new Set(problems)].map(problem => PROBLEMS[problem]).join(" ")} Senders then encrypt without checking the certificate.`,
      fix: ({ name, records }, context) =>
        publishFix(
          context,
          records.map(replaces => ({ action: "delete", name, type: "TLSA", value: "", replaces })),
          [`To keep DANE, publish “3 1 1” with the SHA-256 of the server's public key in their place.`],
        ),
      example: { ...PLACE, records: ["1 1 1 00"], problems: ["usage"] },
    }),
    mismatch: outcome<
      Place & { reason: "certificate" | "no-starttls" | "tls-failed"; current: string | null }
    >({
      status: "fail",
      title: ({ host, reason }) =>
        reason === "certificate"
          ? `The certificate of ${host} matches none of its TLSA records`
          : `${host} has TLSA records, but does not encrypt`,
      detail: () =>
        "Senders that follow DANE (Exchange Online, Comcast, many European providers) do not deliver to this server.",
      fix: mismatchFix,
      example: { ...PLACE, reason: "certificate", current: "3 1 1 00" },
    }),
    bogus: outcome<{ host: string; name: string }>({
      status: "fail",
      title: ({ host }) => `The answer to the question for TLSA records of ${host} does not pass DNSSEC`,
      detail: () =>
        "Senders that follow DANE must not deliver to a server whose TLSA answer they cannot trust.",
      fix: ({ name, host }, context) =>
        publishFix(
          context,
          [],
          [
            `See which part is broken: https://dnsviz.net/d/${name}/dnssec/`,
            `Have the zone of ${host} signed again. Name servers that answer wrongly for names without records (NSEC, NSEC3) are a frequent cause.`,
          ],
        ),
      example: { host: "mx1.example.com", name: "_25._tcp.mx1.example.com" },
    }),
  },
  run: ({ mx, hosts: { hosts }, tlsa, smtp }, { need, each }) => {
    if (hosts.length === 0) return withoutHosts(mx);
    const asked = tlsa.hosts.filter(
      ({ records, security }) => records.length > 0 || !security.ok || security.value !== null,
    );
    if (asked.length === 0) return { outcome: "absent", args: { hosts: hosts.map(({ host }) => host) } };
    return each(
      asked,
      ({ host }) => host,
      ({ host, name, records, security }) => {
        const state = need(security)?.state;
        if (state === "bogus") return { outcome: "bogus", args: { host, name } };
        const place: Place = { host, name, records: records.map(recordText) };
        if (state !== "secure") return { outcome: "insecure", args: place };
        const usable = usableRecords(records);
        if (usable.length === 0) {
          const problems = records.flatMap(record => tlsaProblem(record) ?? []);
          return { outcome: "unusable", args: { ...place, problems } };
        }
        const shown = smtp.hosts.find(one => one.host === host)?.result;
        const seen = shown?.ok === true ? shown.value : null;
        const mismatch = seen === null ? null : mismatchOf(host, usable, seen);
        if (mismatch !== null) return { outcome: "mismatch", args: { ...place, ...mismatch } };
        if (!mx.secure && mx.hosts.length > 0) return { outcome: "mx-insecure", args: place };
        return { outcome: "usable", args: { ...place, checked: seen?.status === "starttls" } };
      },
    );
  },
});

const recordText = ({ usage, selector, matchingType, data }: TlsaRecord): string =>
  `${usage} ${selector} ${matchingType} ${data}`;

function mismatchOf(host: string, records: readonly TlsaRecord[], seen: SmtpFinding) {
  switch (seen.status) {
    case "not-tested":
      return null;
    case "no-starttls":
    case "tls-failed":
      return { reason: seen.status, current: null } as const;
    case "starttls": {
      if (matchesTlsa(host, records, seen)) return null;
      const key = seen.certificate.chain[0]?.publicKeySha256;
      return { reason: "certificate", current: key === undefined ? null : `3 1 1 ${key}` } as const;
    }
  }
}

function mismatchFix(
  { host, name, reason, current, records }: Place & { reason: string; current: string | null },
  context: Parameters<typeof publishFix>[0],
): ReturnType<typeof publishFix> {
  if (reason !== "certificate" || current === null) {
    return publishFix(
      context,
      [],
      [`Switch STARTTLS on at ${host}. Until it works, delete the TLSA records at ${name}.`],
    );
  }
  const [first, ...others] = records;
  const changes: readonly FixRecord[] = [
    { action: "replace", name, type: "TLSA", value: current, replaces: first ?? null },
    ...others.map(replaces => ({ action: "delete" as const, name, type: "TLSA", value: "", replaces })),
  ];
  return publishFix(context, changes, [
    `First make sure that the certificate which ${host} shows now is really its own.`,
    "From now on publish the record for the next key before the key is exchanged, and wait twice the TTL.",
  ]);
}

const PROBLEMS: { readonly [Problem in TlsaProblem]: string } = {
  usage: "Usage 0 and 1 rest on public authorities and are not for mail: it has to be 3 or 2.",
  selector: "The selector is neither 0 nor 1.",
  "matching-type": "The matching type is none of 0, 1 and 2.",
  length: "The digest does not have the length that its type has.",
};
