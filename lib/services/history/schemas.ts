import { z } from "zod";
import { HISTORY_KINDS } from "#lib/db/history.ts";

/** What to show: everything, one kind, or scans with those of schedules. */
export const HISTORY_FILTERS = ["all", "scan", "bounce", "batch", "scheduled"] as const;

/** The place in a list after which the next page begins: a moment and an id. */
const Cursor = z.string().transform((text, refusal) => {
  const [, at = "", id = ""] = /^(\d{10,14})\.([0-9A-Za-z]{22})$/u.exec(text) ?? [];
  if (id !== "") return { at: new Date(Number(at)), id };
  refusal.addIssue({ code: "custom", message: "This is no place in the list." });
  return z.NEVER;
});

export const ListHistoryInput = z.object({
  search: z.string().trim().max(253).default(""),
  filter: z.enum(HISTORY_FILTERS).default("all"),
  before: Cursor.optional(),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListHistoryInput = z.input<typeof ListHistoryInput>;

const ItemName = z.string().transform((name, refusal) => {
  const [, word, id = ""] = /^([a-z]+):([0-9A-Za-z]{22})$/u.exec(name) ?? [];
  const kind = HISTORY_KINDS.find(known => known === word);
  if (kind !== undefined) return { kind, id };
  refusal.addIssue({ code: "custom", message: "There is no such item." });
  return z.NEVER;
});

/** Items by kind and id, such as "scan:0123456789012345678901". */
export const DeleteHistoryInput = z.object({
  items: z.array(ItemName).min(1, "Choose what to delete.").max(100),
});
export type DeleteHistoryInput = z.input<typeof DeleteHistoryInput>;
