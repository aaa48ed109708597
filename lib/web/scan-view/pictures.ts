import type { Status } from "#lib/scan/finding.ts";

/** What the pictures of a report draw. Each is null where its evidence is not there. */
export interface ScanPictures {
  readonly spf: SpfTreePicture | null;
  readonly dmarc: DmarcWalkPicture | null;
  readonly mx: MxMapPicture | null;
  readonly dkim: DkimTablePicture | null;
  readonly blocklists: BlocklistPicture | null;
}

/** The include tree of an SPF record with what each branch costs (RFC 7208 4.6.4). */
export interface SpfTreePicture {
  readonly lookups: number;
  readonly limit: number;
  readonly root: SpfTreeNode;
}

export interface SpfTreeNode {
  /** "include:_spf.example.com", or the domain itself at the root. */
  readonly term: string;
  /** Name of the mail service, where the target gives it away. */
  readonly service: string | null;
  /** Lookups that this term costs with everything below it; 0 for terms that need none. */
  readonly cost: number;
  /** Running count with this term, in the order receivers follow; null where it costs nothing. */
  readonly count: number | null;
  readonly problem: string | null;
  readonly children: readonly SpfTreeNode[];
}

/** Where the DMARC policy was looked for, in order (RFC 9989, tree walk). */
export interface DmarcWalkPicture {
  readonly steps: readonly DmarcStep[];
  readonly conclusion: string;
}

export interface DmarcStep {
  readonly name: string;
  readonly result: "record" | "absent" | "failed";
  /** The record, or what came back instead. */
  readonly text: string;
  /** True for the step whose policy counts. */
  readonly decides: boolean;
}

/** From the domain to its mail servers, their addresses and what those are called. */
export interface MxMapPicture {
  readonly domain: string;
  readonly hosts: readonly MxMapHost[];
}

export interface MxMapHost {
  readonly host: string;
  readonly preference: number;
  readonly provider: string | null;
  readonly status: Status;
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

export interface DkimTablePicture {
  readonly keys: readonly DkimKeyRow[];
  /** Selectors asked, and those that gave an answer at all. */
  readonly tried: number;
  readonly answered: number;
}

export interface DkimKeyRow {
  readonly selector: string;
  readonly status: Status;
  readonly type: string;
  readonly bits: number | null;
  readonly note: string;
}

export interface BlocklistPicture {
  /** Addresses or domains that were looked up. */
  readonly subjects: readonly string[];
  readonly lists: readonly BlocklistRow[];
}

export interface BlocklistRow {
  readonly list: string;
  /** One cell a subject, in the same order. */
  readonly cells: readonly BlocklistCell[];
}

export interface BlocklistCell {
  readonly result: "listed" | "policy" | "clear" | "not-checked" | "not-applicable";
  readonly note: string;
}
