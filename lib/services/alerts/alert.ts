/** What an account is told about a domain that it watches. */
export interface Alert {
  readonly monitor: AlertedMonitor;
  readonly occasion: AlertOccasion;
}

export interface AlertedMonitor {
  readonly id: string;
  readonly ownerId: string;
  readonly domain: string;
  /** Since when control of the domain is proven; until it is, nobody but the account's own address hears of it. */
  readonly provenAt: Date | null;
}

export type AlertOccasion =
  /** A change that a second, fresh look has confirmed. */
  | {
      readonly kind: "changed";
      readonly changeId: string;
      readonly afterScanId: string;
      readonly changes: readonly AlertedChange[];
    }
  /** The domain could not be checked several times in a row. */
  | { readonly kind: "unverifiable"; readonly since: Date };

export interface AlertedChange {
  readonly checkId: string;
  /** The change in words, such as “DMARC policy went from quarantine to none”. */
  readonly sentence: string;
  readonly direction: "worse" | "better" | "other";
}
