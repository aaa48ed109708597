import type { CodeIndexView } from "#lib/web/code-view/code-view.ts";
import { Button } from "../ui/button.tsx";
import { Select, TextInput } from "../ui/field.tsx";

/** Looks for a code, a reply or words. A plain GET form: the answer has an address of its own. */
export const CodeSearch = ({ query, provider, providers }: CodeIndexView) => (
  <form
    method="get"
    role="search"
    className="no-print mt-8 grid max-w-3xl gap-x-3 gap-y-4 sm:grid-cols-[minmax(0,1fr)_14rem_auto] sm:items-end"
  >
    <div className="grid gap-1.5">
      <label htmlFor="q" className="font-medium">
        Code, reply or words
      </label>
      <TextInput
        id="q"
        name="q"
        defaultValue={query}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="550 5.4.1, S3140, mailbox full"
        className="font-mono"
      />
    </div>
    <div className="grid gap-1.5">
      <label htmlFor="provider" className="font-medium">
        Mail system
      </label>
      <Select id="provider" name="provider" defaultValue={provider}>
        <option value="">Any</option>
        {providers.map(name => (
          <option key={name}>{name}</option>
        ))}
      </Select>
    </div>
    <Button type="submit" look="primary">
      Search
    </Button>
  </form>
);
