import table from "../../../data/spf-services.json" with { type: "json" };

/** A mail service that an SPF record authorises, recognised by the name in a term. */
export interface SpfService {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** False where the service bounces to a name of its own, so that the include at the domain is not needed. */
  readonly needed: boolean | null;
}

interface Pattern extends SpfService {
  /** "exact", "suffix" or "glob", as the table explains. */
  readonly how: string;
  readonly labels: readonly string[];
}

/**
 * The service behind a target name (lower case, no final dot), or behind the fixed right end of a target with
 * macros: whole labels only, the longest pattern wins. Null for a name that the table does not know.
 */
export function recogniseService(target: string): SpfService | null {
  const labels = target.split(".");
  const found = PATTERNS.find(pattern => matches(pattern, labels));
  if (found === undefined) return null;
  const { id, name, category, needed } = found;
  return { id, name, category, needed };
}

/** The include that the mail provider of that id documents; null where we are not sure of it. */
export const includeOfProvider = (provider: string): string | null =>
  table.entries.find(
    entry =>
      entry.service_id === provider &&
      entry.match === "exact" &&
      entry.confidence === "high" &&
      entry.include_needed_at_apex === true,
  )?.pattern ?? null;

/** Whether the name is one that tutorials give but that its service does not publish an SPF record at. */
export const isMisnamed = (name: string): boolean =>
  table.does_not_publish_spf.some(entry => entry.name === name);

const matches = ({ how, labels }: Pattern, name: readonly string[]): boolean =>
  (how === "suffix" ? labels.length <= name.length : labels.length === name.length) &&
  labels.every((label, index) => label === "*" || label === name[name.length - labels.length + index]);

/** Longest pattern first; of equals the exact one. */
const PATTERNS: readonly Pattern[] = table.entries
  .map(entry => ({
    how: entry.match,
    labels: entry.pattern.split("."),
    id: entry.service_id,
    name: entry.name,
    category: entry.category,
    needed: entry.include_needed_at_apex ?? null,
  }))
  .toSorted((one, other) => other.labels.length - one.labels.length || one.how.localeCompare(other.how));
