import { parseArgs } from "node:util";
import { discoverPolicy, type PolicyDiscovery } from "#lib/mail/dmarc/discover.ts";
import type { Disposition, DmarcReading } from "#lib/mail/dmarc/reading.ts";
import type { WalkStep } from "#lib/mail/dmarc/walk-step.ts";
import type { Known } from "#lib/mail/known.ts";
import { parseHostName } from "#lib/values/domain-name.ts";
import { DNS_ARGUMENTS, readDnsOptions, UsageError } from "../dns-arguments.ts";
import { inOrder } from "../in-order.ts";
import { type CliIo, EXIT } from "../io.ts";

/** Domains in work at once. */
const AT_ONCE = 16;

/**
 * `dmarc [--json] DOMAIN...`: discovers the DMARC policy of each domain by RFC 9989, and by RFC 7489 beside it.
 * One JSON object per line and domain with `--json`. Top-level domains may be asked about too.
 */
export async function dmarcCommand(args: string[], io: CliIo): Promise<number> {
  const options = { ...DNS_ARGUMENTS, json: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError("dmarc needs a domain: mailtriage dmarc example.com");
  const domains = positionals.map(readDomain);
  const resolver = io.resolver(readDnsOptions(values));
  const found = inOrder(domains, AT_ONCE, domain => discoverPolicy(resolver, domain));
  for await (const discovery of found) {
    if (values.json === true) io.stdout(JSON.stringify(dmarcJson(discovery)));
    else for (const line of dmarcLines(discovery)) io.stdout(line);
  }
  return EXIT.done;
}

function readDomain(text: string): string {
  const name = parseHostName(text);
  if (!name.ok) throw new UsageError(`"${text}" is not a domain name (${name.error.code})`);
  return name.value;
}

/** The first fields are the RFC 9989 answer in short; null where there is none or, by `status`, it is unknown. */
function dmarcJson(discovery: PolicyDiscovery) {
  const { domain, walk, rfc9989, rfc7489, exists } = discovery;
  const record = valueOf(rfc9989.record);
  const exact = valueOf(rfc9989.exact);
  return {
    domain,
    status: statusOf(rfc9989),
    record: record?.text ?? null,
    recordDomain: record?.domain ?? null,
    policy: exact?.policy ?? null,
    appliedPolicy: exact?.applied ?? null,
    testing: exact !== null && exact.policy !== exact.applied,
    organizationalDomain: valueOf(rfc9989.organizationalDomain),
    walk: walk.map(step => ({ ...step, used: step.domain === record?.domain })),
    exists,
    rfc9989,
    rfc7489,
    failedLookups: failedLookups(rfc9989),
  };
}

type Status = "policy" | "unusable" | "none" | "unknown";

function statusOf({ exact }: DmarcReading): Status {
  if (!exact.ok) return "unknown";
  if (exact.value.policy !== null) return "policy";
  return exact.value.because === "unusable" ? "unusable" : "none";
}

const valueOf = <Value>(part: Known<Value>): Value | null => (part.ok ? part.value : null);

function failedLookups({ record, organizationalDomain, ...dispositions }: DmarcReading): readonly string[] {
  const { exact, existingSubdomain, missingSubdomain } = dispositions;
  const parts: readonly Known<unknown>[] = [
    record,
    organizationalDomain,
    exact,
    existingSubdomain,
    missingSubdomain,
  ];
  return [...new Set(parts.flatMap(part => (part.ok ? [] : part.failure.lookups)))];
}

function dmarcLines({ domain, walk, rfc9989, rfc7489 }: PolicyDiscovery): readonly string[] {
  return [
    domain,
    ...walk.map((step, index) => field(index === 0 ? "walk" : "", `${step.name}  ${stepWords(step)}`)),
    ...readingLines("RFC 9989", rfc9989),
    ...readingLines("RFC 7489", rfc7489),
    "",
  ];
}

const field = (name: string, text: string): string => `  ${name.padEnd(14)}${text}`;

function stepWords({ failure, records, status }: WalkStep): string {
  if (failure !== null) return `not answered (${status})`;
  if (records.length > 1) return `${records.length} records, all discarded`;
  return records[0] ?? "no record";
}

function readingLines(edition: string, reading: DmarcReading): readonly string[] {
  const { record, organizationalDomain } = reading;
  const place = record.ok
    ? record.value === null
      ? "no record"
      : `record at ${record.value.domain}`
    : UNKNOWN;
  const organization = organizationalDomain.ok ? organizationalDomain.value : UNKNOWN;
  return [
    field(edition, `${place}; organizational domain ${organization}`),
    field(
      "",
      `its own mail ${policyWords(reading.exact)}; existing sub-domains ${policyWords(reading.existingSubdomain)};`,
    ),
    field("", `sub-domains that do not exist ${policyWords(reading.missingSubdomain)}`),
  ];
}

const UNKNOWN = "unknown (a lookup failed)";

function policyWords(part: Known<Disposition>): string {
  if (!part.ok) return UNKNOWN;
  const { policy, applied } = part.value;
  if (policy === null) return "no policy";
  return applied === policy ? policy : `${policy}, in test mode applied as ${applied}`;
}
