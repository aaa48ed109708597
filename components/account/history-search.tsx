import { Search } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Select, TextInput } from "../ui/field.tsx";

const FILTERS = [
  { value: "all", label: "Everything" },
  { value: "scan", label: "Scans" },
  { value: "bounce", label: "Bounces" },
  { value: "batch", label: "Batches" },
  { value: "scheduled", label: "Scans, scheduled ones too" },
] as const;

interface HistorySearchProps {
  readonly search: string;
  readonly filter: string;
}

/** Narrows the list down; a plain GET, so that a found list has an address. */
export const HistorySearch = ({ search, filter }: HistorySearchProps) => (
  <form method="get" action="/account/history" role="search" className="mt-6 flex flex-wrap gap-2">
    <label htmlFor="search" className="sr-only">
      Part of a domain or name
    </label>
    <TextInput
      id="search"
      name="search"
      type="search"
      defaultValue={search}
      placeholder="Part of a domain or name"
      autoCapitalize="off"
      spellCheck={false}
      className="min-w-0 grow basis-52"
    />
    <label htmlFor="filter" className="sr-only">
      What to show
    </label>
    <Select id="filter" name="filter" defaultValue={filter} className="w-auto max-sm:grow">
      {FILTERS.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
    <Button type="submit">
      <Search aria-hidden="true" />
      Search
    </Button>
  </form>
);
