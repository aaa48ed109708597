/** What every part of a report may refer to. */
export interface ReportFacts {
  /** The scanned domain, to tell the part of a name that a DNS panel asks for. */
  readonly zone: string;
  /** The page with all lookups. */
  readonly lookupsHref: string;
}
