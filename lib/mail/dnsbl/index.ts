export { checkEntry, type ListRow, type ListVerdict } from "./check-entry.ts";
export { type ClosedReason, createListHealthCache, type ListHealthCache } from "./health.ts";
export {
  type Blocklist,
  BLOCKLISTS,
  blocklistById,
  CLOSED_LISTS,
  DEFAULT_LISTS,
  type ListFamily,
} from "./lists.ts";
export { selectLists } from "./select-lists.ts";
