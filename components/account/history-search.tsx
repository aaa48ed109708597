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
  <form
    method="get"
    action="/account/history"
    role="search"
    className="mt-6 grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[1fr_auto_auto]"
  >
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
      className="max-sm:col-span-2"
    />
    <label htmlFor="filter" className="sr-only">
      What to show
    </label>
    <Select id="filter" name="filter" defaultValue={filter}>
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
