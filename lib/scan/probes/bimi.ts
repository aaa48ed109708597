import { getDomain } from "tldts";
import type { Answer } from "#lib/dns/answer.ts";
import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import { type LogoProblem, readLogo } from "#lib/mail/bimi/logo.ts";
import { type MarkCertificateProblem, readMarkCertificate } from "#lib/mail/bimi/mark-certificate.ts";
import { type BimiRecord, readBimiRecord } from "#lib/mail/bimi/record.ts";
import type { Egress, EgressResult } from "#lib/net/egress.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";

/** What came of fetching one file that the record names. */
export type BimiFile<Read> =
  /** The record names no such file, or the scan opens no connections. */
  | { readonly kind: "not-fetched" }
  | { readonly kind: "unreachable"; readonly reason: string }
  | ({ readonly kind: "fetched" } & Read);

export interface BimiLogo {
  readonly problems: readonly { readonly problem: LogoProblem; readonly what: string }[];
  readonly title: string | null;
  readonly octets: number;
}

export interface BimiCertificate {
  readonly problem: MarkCertificateProblem | null;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validTo: string | null;
  /** Whether the logo inside is the one at `l=`; null when one of them is missing. */
  readonly sameLogo: boolean | null;
}

export interface BimiEvidence {
  readonly record: BimiRecord;
  /** The name that the record was found at, or was looked for first. */
  readonly name: string;
  readonly logo: Gathered<BimiFile<BimiLogo>>;
  readonly certificate: Gathered<BimiFile<BimiCertificate>>;
}

const LIMITS = { maxBytes: 131_072, totalMs: 15_000 };
const NOT_FETCHED = gathered({ kind: "not-fetched" as const });

export const bimiProbe = defineProbe({
  id: "bimi",
  async gather({ clock, domain, egress, resolver }) {
    const organizational = getDomain(domain, { allowPrivateDomains: true }) ?? domain;
    const names = [...new Set([domain, organizational])].map(name => `default._bimi.${name}`);
    const answers = await Promise.all(names.map(name => resolver.lookup(name, "TXT")));
    for (const answer of answers) {
      if (isFailure(answer)) return dnsFailed(answer);
      const record = readBimiRecord(textsOf(answer));
      const { name } = answer;
      if (record.kind === "valid") {
        const domains = [domain, organizational];
        return gathered({
          record,
          name,
          ...(await fetchFiles(egress, record, { domains, now: clock.now() })),
        });
      }
      if (record.kind !== "absent") {
        return gathered({ record, name, logo: NOT_FETCHED, certificate: NOT_FETCHED });
      }
    }
    const name = `default._bimi.${domain}`;
    return gathered({ record: { kind: "absent" }, name, logo: NOT_FETCHED, certificate: NOT_FETCHED });
  },
});

const textsOf = (answer: Answer<"TXT">): readonly string[] => recordsOf(answer).map(joinedText);

async function fetchFiles(
  egress: Egress | null,
  record: Extract<BimiRecord, { kind: "valid" }>,
  use: { readonly domains: readonly string[]; readonly now: Date },
): Promise<Pick<BimiEvidence, "logo" | "certificate">> {
  const get = async (url: string | null): Promise<EgressResult | null> =>
    egress === null || url === null ? null : egress.get(new URL(url), LIMITS);
  const [logoFile, certificateFile] = await Promise.all([get(record.logo), get(record.certificate)]);
  const logoText = logoFile?.ok === true ? readLogo(logoFile.body).svg : null;
  return {
    logo: fileOf(logoFile, body => {
      const { problems, title } = readLogo(body);
      return {
        problems: problems.slice(0, 10),
        title: title?.slice(0, 200) ?? null,
        octets: body.byteLength,
      };
    }),
    certificate: fileOf(certificateFile, body => {
      const { svg, ...certificate } = readMarkCertificate(body, use);
      return { ...certificate, sameLogo: svg === null || logoText === null ? null : svg === logoText };
    }),
  };
}

function fileOf<Read>(
  result: EgressResult | null,
  read: (body: Uint8Array) => Read,
): Gathered<BimiFile<Read>> {
  if (result === null) return NOT_FETCHED;
  if (!result.ok) {
    return result.ours
      ? { ok: false, failure: { reason: "network-failed", lookups: [] } }
      : gathered({ kind: "unreachable", reason: result.failure });
  }
  return result.status === 200
    ? gathered({ kind: "fetched", ...read(result.body) })
    : gathered({ kind: "unreachable", reason: `status-${result.status}` });
}
