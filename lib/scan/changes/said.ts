import type { Finding, Json } from "../finding.ts";

/** One answer of a check, as it is remembered to be compared with later ones. */
export type Said = Pick<Finding, "check" | "outcome" | "status" | "subject" | "args">;

/** What was said of one subject before, and what is said now. Null where the check did not speak of it. */
export interface SaidChange {
  readonly check: string;
  readonly subject: string | null;
  readonly before: Said | null;
  readonly after: Said | null;
}

/** A finding without what only serves a fix or names lookups of one scan: it may be kept for years. */
export function saidBy({ check, outcome, status, subject, args }: Finding): Said {
  const kept = Object.entries(args).filter(([name]) => !FOR_FIXES_ONLY.has(name));
  return { check, outcome, status, subject, args: Object.fromEntries(kept) };
}

const FOR_FIXES_ONLY: ReadonlySet<string> = new Set(["proposal", "freshId"]);

/** Findings with the same name are answers to the same question about the same thing. */
export const nameOf = ({ check, subject }: Pick<Said, "check" | "subject">): string =>
  JSON.stringify([check, subject]);

/** How bad an answer is for mail: 0 not at all. */
export const gravityOf = (said: Said | null): 0 | 1 | 2 =>
  said?.status === "fail" ? 2 : said?.status === "warn" ? 1 : 0;

/** An argument that is a text; empty where it is none. Old answers may lack what newer ones carry. */
export const textIn = ({ args }: Said, name: string): string => {
  const value = args[name];
  return typeof value === "string" ? value : "";
};

/** An argument that is a number; null where it is none. */
export const numberIn = ({ args }: Said, name: string): number | null => {
  const value = args[name];
  return typeof value === "number" ? value : null;
};

/** An argument that is a list of texts; empty where it is none. */
export const textsIn = ({ args }: Said, name: string): readonly string[] => {
  const value: Json | undefined = args[name];
  return Array.isArray(value) ? value.filter(item => typeof item === "string") : [];
};
