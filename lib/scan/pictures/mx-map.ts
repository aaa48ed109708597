import { recogniseProvider } from "#lib/mail/mx/provider.ts";
import type { Status } from "../finding.ts";
import { knownAddresses } from "../probes/host-addresses.ts";
import type { MailHost } from "../probes/hosts.ts";
import type { ReverseEntry } from "../probes/reverse.ts";
import { evidenceOf, gravestAbout, type PictureSource } from "./picture-source.ts";

/** From the domain to its mail servers, their addresses and what those are called. */
export interface MxMapPicture {
  readonly domain: string;
  readonly hosts: readonly MxMapHost[];
  /** Servers beyond those that one scan looks at. */
  readonly more: number;
}

export interface MxMapHost {
  readonly host: string;
  /** Null for the domain itself, which takes its mail when it has no MX. */
  readonly preference: number | null;
  readonly provider: string | null;
  readonly status: Status;
  /** What is wrong with it, if anything. */
  readonly note: string | null;
  readonly addresses: readonly MxMapAddress[];
}

export interface MxMapAddress {
  readonly address: string;
  /** Name of the reverse lookup, or null. */
  readonly reverse: string | null;
  readonly status: Status;
  readonly note: string;
}

/** Draws the mail servers in the order in which senders try them. */
export function drawMxMap(source: PictureSource): MxMapPicture | null {
  const hosts = evidenceOf(source, "hosts");
  if (hosts === null || hosts.hosts.length === 0) return null;
  const reverse = evidenceOf(source, "reverse")?.addresses ?? [];
  return {
    domain: source.domain,
    hosts: hosts.hosts.map(host => drawHost(source, host, reverse)),
    more: hosts.more,
  };
}

function drawHost(source: PictureSource, host: MailHost, reverse: readonly ReverseEntry[]): MxMapHost {
  const finding = gravestAbout(source, host.host);
  const status = finding?.status ?? "info";
  return {
    host: host.host,
    preference: host.preference,
    provider: recogniseProvider(host.host)?.name ?? null,
    status,
    note: status === "pass" || status === "info" ? null : (finding?.title ?? null),
    addresses: knownAddresses(host).map(address =>
      drawAddress(
        address,
        reverse.find(entry => entry.address === address),
      ),
    ),
  };
}

function drawAddress(address: string, entry: ReverseEntry | undefined): MxMapAddress {
  const known = { address, reverse: entry?.names.ok ? (entry.names.value[0] ?? null) : null };
  if (entry === undefined) return { ...known, status: "not-applicable", note: "" };
  if (!entry.names.ok) return { ...known, status: "inconclusive", note: "reverse name not known" };
  if (known.reverse === null) return { ...known, status: "warn", note: "no reverse name" };
  if (!entry.confirmedBy.ok)
    return { ...known, status: "inconclusive", note: "not known whether it leads back" };
  const { value } = entry.confirmedBy;
  return value === null
    ? { ...known, status: "warn", note: "does not lead back" }
    : { ...known, reverse: value, status: "pass", note: "leads back" };
}
