import type { ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { isGateway, providerOfHost } from "#lib/bounce/provider.ts";
import { organizationalDomainByList } from "#lib/mail/dmarc/public-suffix.ts";

/** Who refused, as far as the report tells. */
export interface Refuser {
  /** The host that gave the deciding reply. */
  readonly host: string | null;
  readonly ip: string | null;
  readonly provider: string | null;
  /** The host that passed the reply on: the one that had taken the mail, or the sender's own. */
  readonly reporter: string | null;
}

/** What of a failure tells who refused. */
type Told = Pick<ReportedFailure, "provider" | "remoteMta" | "remoteIp" | "reportingMta"> & {
  readonly replies: readonly { readonly host: string | null; readonly ip: string | null }[];
};

export function refuserOf(failure: Told): Refuser {
  const [innermost] = failure.replies;
  const host = canonical(innermost?.host ?? failure.remoteMta);
  return {
    host,
    ip: innermost?.ip ?? failure.remoteIp,
    provider: failure.provider ?? providerOfHost(host),
    reporter: canonical(failure.reportingMta ?? failure.replies[1]?.host ?? null),
  };
}

const canonical = (host: string | null): string | null => host?.toLowerCase().replace(/\.$/u, "") ?? null;

/** Services of one company that answer for each other's domains. */
const FAMILIES: Readonly<Record<string, string>> = {
  microsoft365: "microsoft",
  "microsoft365-gov": "microsoft",
  "microsoft365-cn": "microsoft",
  "outlook-consumer": "microsoft",
  gmail: "google",
  "google-workspace": "google",
};

export const familyOf = (provider: string): string => FAMILIES[provider] ?? provider;

export const isMicrosoft = (provider: string | null): boolean =>
  provider !== null && familyOf(provider) === "microsoft";

/** Whether two hosts are run by the same people, as far as their names tell. */
export const isSameOperator = (one: string, other: string): boolean =>
  organizationalDomainByList(one) === organizationalDomainByList(other);

export const gatewayOf = (host: string | null): string | null => {
  const provider = providerOfHost(host);
  return provider !== null && isGateway(provider) ? provider : null;
};
