/** A page about a code, every word rendered. */
export interface CodeView {
  readonly slug: string;
  readonly title: string;
  /** One sentence for the head of the page. */
  readonly lead: string;
  /** "mailbox", the part of the registry that it is in; null for reply codes. */
  readonly subject: string | null;
  readonly registered: {
    readonly name: string | null;
    readonly meaning: string;
    readonly usedWith: string | null;
    readonly references: readonly LinkView[];
    readonly clash: string | null;
  } | null;
  readonly classes: readonly string[];
  readonly vendors: readonly VendorView[];
  /** Causes with nothing but the code, the most likely first. */
  readonly alone: readonly {
    readonly title: string;
    readonly sentence: string;
    readonly probability: number;
  }[];
  readonly examples: readonly ExampleGroup[];
  /** A guide that tells more. */
  readonly guide: string | null;
  readonly before: LinkView | null;
  readonly after: LinkView | null;
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** Where a meaning comes from; not everything has an address. */
export interface SourceView {
  readonly label: string;
  readonly href: string | null;
}

/** What one mail system means by the code. */
export interface VendorView {
  readonly provider: string;
  readonly meanings: readonly VendorMeaningView[];
}

export interface VendorMeaningView {
  readonly code: string;
  /** Words by which it is told from its other meanings; null where the code alone says it. */
  readonly words: string | null;
  readonly meaning: string;
  readonly cause: string;
  readonly permanence: string | null;
  readonly who: string;
  readonly fixSender: string | null;
  readonly fixRecipientAdmin: string | null;
  readonly examples: readonly string[];
  readonly source: SourceView;
}

/** Replies that mean the same. */
export interface ExampleGroup {
  readonly cause: string;
  readonly sentence: string;
  readonly replies: readonly {
    readonly text: string;
    readonly provider: string | null;
    readonly source: SourceView;
  }[];
}

/** The index, as far as a search lets it through. */
export interface CodeIndexView {
  readonly query: string;
  readonly provider: string;
  readonly providers: readonly string[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly CodeRow[];
  }[];
  readonly found: number;
  readonly of: number;
}

export interface CodeRow {
  readonly slug: string;
  readonly label: string;
  readonly meaning: string;
  /** Mail systems with a meaning of their own for it. */
  readonly vendors: readonly string[];
}
