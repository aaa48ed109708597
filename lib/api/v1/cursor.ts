import { z } from "zod";

/** A place in a list that is ordered by time and, within one moment, by id. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** What `next` of a page holds. Programs hand it back as it is; what it is made of may change. */
export const encodeCursor = ({ at, id }: Place): string =>
  Buffer.from(`${at.getTime()} ${id}`).toString("base64url");

/** The place that a cursor names; null for a text that is no cursor of ours. */
export function decodeCursor(cursor: string): Place | null {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const [, time = "", id = ""] = /^(\d{1,15}) ([0-9A-Za-z]{22})$/.exec(text) ?? [];
  return id === "" ? null : { at: new Date(Number(time)), id };
}

/** A cursor as a parameter of the address. */
export const Cursor = z
  .string()
  .max(100)
  .transform((cursor, refusal): Place => {
    const place = decodeCursor(cursor);
    if (place !== null) return place;
    refusal.addIssue({ code: "custom", message: "This is not a cursor that a page ended with." });
    return z.NEVER;
  })
  .meta({ description: "Where to go on: `next` of the page before, as it is." });
