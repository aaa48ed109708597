import type { ListRow } from "#lib/mail/dnsbl/index.ts";
import type { Policy } from "#lib/mail/dmarc/policy.ts";
import type { MxHost } from "#lib/mail/mx/mx-set.ts";
import type { SpfOutcome } from "#lib/mail/spf/check-host.ts";
import type { FixRecord } from "#lib/scan/finding.ts";

/** Why nothing is known. None of these says anything about the mail, the sender or the recipient. */
export const UNKNOWN_REASONS = [
  /** The report does not say what would have to be asked about. */
  "no-sending-address",
  "private-sending-address",
  "no-sender-domain",
  "no-quoted-header",
  /** One bounce asks about so many domains and no more. */
  "too-many-domains",
  /** It was asked, and no answer came. */
  "dns-failed",
  "over-budget",
  "resolver-untrusted",
  "deadline",
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** Something that was found out, or why it was not. Absence is a value, not a failure. */
export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly because: UnknownReason; readonly lookups: readonly string[] };

/** What DNS says today about exactly the addresses, domains and servers in one bounce. Plain JSON. */
export interface BounceEvidence {
  /** ISO 8601. */
  readonly gatheredAt: string;
  readonly durationMs: number;
  readonly sender: SenderEvidence;
  /** One for each domain that refused, in the order of the report. */
  readonly recipients: readonly RecipientEvidence[];
}

export interface SenderEvidence {
  /** Of the visible From address. */
  readonly domain: string | null;
  readonly ip: string | null;
  readonly spf: Asked<SpfEvidence>;
  /** One for each signature in the quoted header. */
  readonly keys: Asked<readonly KeyEvidence[]>;
  readonly dmarc: Asked<DmarcEvidence>;
  readonly reverse: Asked<ReverseEvidence>;
  /** What each blocklist says about the sending address, and about the domain. */
  readonly addressLists: Asked<readonly ListRow[]>;
  readonly domainLists: Asked<readonly ListRow[]>;
  /** Whether the envelope sender's domain can take mail, which many receivers demand. */
  readonly returnPath: Asked<"takes-mail" | "takes-none" | "does-not-exist">;
}

/** check_host() for exactly this connection (RFC 7208 4.1), its trace included. */
export interface SpfEvidence extends SpfOutcome {
  readonly ip: string;
  readonly mailFrom: string;
  readonly helo: string;
  /** The envelope sender is not in the report: the visible From address was taken instead. */
  readonly assumed: boolean;
  /** The domain whose record decided. */
  readonly domain: string;
  /** The record to publish so that this address may send; null where it may, or nobody can tell. */
  readonly proposal: SpfProposal | null;
}

export interface SpfProposal {
  readonly record: FixRecord;
  /** The term that was added. */
  readonly term: string;
  /** The service that the term names, or null for a bare address. */
  readonly service: string | null;
}

export interface KeyEvidence {
  readonly domain: string;
  readonly selector: string;
  readonly key: Asked<"usable" | "unusable" | "revoked" | "absent">;
  /** Whether the signature counts for the visible sender in DMARC. */
  readonly aligned: Asked<boolean>;
}

export interface DmarcEvidence {
  /** The domain of the record that decides; null where none does. */
  readonly recordAt: string | null;
  /** What receivers are asked to do with mail that fails; null where DMARC is not applied. */
  readonly policy: Policy | null;
  readonly adkim: "r" | "s";
  readonly aspf: "r" | "s";
  /** Whether the domain that SPF speaks for counts for the visible sender. */
  readonly spfAligned: Asked<boolean>;
}

export interface ReverseEvidence {
  readonly names: readonly string[];
  /** A name that leads back to the address. */
  readonly confirmed: string | null;
}

export interface RecipientEvidence {
  readonly domain: string;
  readonly route: Asked<Route>;
  /** Hosts that Outlook is sent to, where the domain says; null where it does not. */
  readonly autodiscover: Asked<string | null>;
  readonly texts: Asked<RecipientTexts>;
  /** The day in the serial of the zone, where the serial is written as one (RFC 1912 2.2). */
  readonly zoneChanged: Asked<string | null>;
}

/** Where mail for a domain goes today (RFC 5321 5.1). */
export type Route =
  | { readonly kind: "no-such-domain" | "null-mx" | "no-server" }
  | {
      readonly kind: "hosts";
      /** Without MX records it is the domain itself. */
      readonly implicit: boolean;
      readonly hosts: readonly (MxHost & { readonly addresses: Asked<readonly string[]> })[];
    };

export interface RecipientTexts {
  /** The record `MS=ms...`, by which a domain is proved to Microsoft. */
  readonly provedToMicrosoft: boolean;
  /** The one SPF record, or null. */
  readonly spf: string | null;
}
