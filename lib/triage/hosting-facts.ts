import { type Reason, reason } from "#lib/bounce/reasons.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import type { RecipientEvidence } from "./evidence.ts";
import { type Fact, fact, unknownFact } from "./facts.ts";

/** A change of so many days before the refusal may have to do with it. */
const LATELY_DAYS = 3;

/**
 * Signs of how a domain uses Microsoft 365: alone, or beside Exchange servers of its own, whose groups and folders the
 * directory at the edge does not know by itself.
 */
export function hostingFacts({ autodiscover, texts }: RecipientEvidence): readonly Fact[] {
  if (!autodiscover.ok) return [unknownFact("hosting", autodiscover.because)];
  if (!texts.ok) return [unknownFact("hosting", texts.because)];
  const { spf, provedToMicrosoft } = texts.value;
  const signs = hybridSigns(autodiscover.value, spf);
  const found: readonly Reason[] = [
    ...signs.map(sign => reason("hybrid-signs", { sign })),
    ...(signs.length === 0 && isCloudOnly(autodiscover.value, spf) ? [reason("cloud-only-signs", {})] : []),
    ...(provedToMicrosoft ? [reason("tenant-verification-record", {})] : []),
  ];
  return found.map(one => fact("hosting", "neutral", one));
}

/** One sign is enough: a second of the same kind would count the same thing twice. */
function hybridSigns(autodiscover: string | null, spf: string | null): readonly string[] {
  if (autodiscover !== null && !MICROSOFT.test(autodiscover))
    return [`autodiscover leads to ${autodiscover}`];
  const beside = spf !== null && THEIRS.test(spf) ? OWN_SERVERS.exec(spf)?.[1] : undefined;
  return beside === undefined ? [] : [`its SPF record names ${beside} beside Microsoft 365`];
}

const isCloudOnly = (autodiscover: string | null, spf: string | null): boolean =>
  autodiscover !== null && MICROSOFT.test(autodiscover) && spf !== null && THEIRS.test(spf);

const MICROSOFT = /(?:^|\.)(?:outlook\.com|office365\.com|office\.com|outlook\.de|partner\.outlook\.cn)$/u;
const THEIRS = /(?:^|\s)\+?include:spf\.protection\.outlook\.com(?:\s|$)/iu;
const OWN_SERVERS = /(?:^|\s)\+?(ip[46]:\S{1,60}|mx(?::\S{1,80})?|a(?::\S{1,80})?)(?=\s|$)/iu;

/** Whether the zone was changed shortly before the refusal. `at` is when it happened, or now. */
export function zoneFacts({ zoneChanged }: RecipientEvidence, at: Date): readonly Fact[] {
  if (!zoneChanged.ok) return [unknownFact("zone", zoneChanged.because)];
  const day = zoneChanged.value;
  if (day === null) return [];
  const age = (at.getTime() - Date.parse(`${day}T00:00:00Z`)) / DAY_MS;
  return age >= 0 && age <= LATELY_DAYS + 1
    ? [fact("zone", "neutral", reason("zone-changed-lately", { day }))]
    : [];
}
