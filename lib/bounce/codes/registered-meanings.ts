import replyCodes from "../../../data/smtp-reply-codes.json" with { type: "json" };
import statusCodes from "../../../data/enhanced-status-codes.json" with { type: "json" };

/** What the registry or the standard says of a code. */
export interface RegisteredMeaning {
  /** The name in the registry; null for reply codes, which have none. */
  readonly name: string | null;
  readonly meaning: string;
  /** The reply codes it is used with, as the registry writes them. */
  readonly usedWith: string | null;
  /** "RFC3463". */
  readonly references: readonly string[];
  /** Who means something else by it. */
  readonly clash: string | null;
}

/** By "X.4.1" and "550". */
export const REGISTERED: ReadonlyMap<string, RegisteredMeaning> = new Map([
  ...statusCodes.codes.map((row): [string, RegisteredMeaning] => [
    row.code,
    {
      name: row.sample_text === "" ? null : row.sample_text,
      meaning: row.meaning,
      usedWith: row.basic,
      references: row.reference,
      clash: "vendor_clash" in row ? (row.vendor_clash ?? null) : null,
    },
  ]),
  ...replyCodes.codes.map((row): [string, RegisteredMeaning] => [
    row.code,
    { name: null, meaning: row.meaning, usedWith: null, references: row.reference, clash: null },
  ]),
]);
