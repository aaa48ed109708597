import type { ClosedListView } from "#lib/web/blocklist-view.ts";
import { Disclosure } from "../ui/disclosure.tsx";

/** Lists that are never asked, each with the reason: other tools still show their answers. */
export const ClosedLists = ({ lists }: { lists: readonly ClosedListView[] }) => (
  <div className="mt-10 max-w-3xl">
    <Disclosure summary={`${lists.length} lists that are never asked, and why`}>
      <ul className="mt-2 border-t border-hairline">
        {lists.map(({ name, why }) => (
          <li key={name} className="grid gap-x-6 border-b border-hairline py-2 sm:grid-cols-[16rem_1fr]">
            <span>{name}</span>
            <span className="text-13 text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  </div>
);
