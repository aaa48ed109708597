import { Download } from "lucide-react";
import type { ListsView } from "#lib/web/batch-view/batch-view.ts";
import { thousands } from "../report/format.ts";
import { ButtonLink } from "../ui/button.tsx";
import { FateMark } from "./fate-mark.tsx";

/** The two lists that people come for: what goes off a mailing list, and what stays on it. */
export function AddressLists({ lists, deleted }: { lists: ListsView; deleted: boolean }) {
  if (deleted) {
    return (
      <p className="mt-8 max-w-[62ch] text-ink-2">
        The addresses of this batch were deleted after 30 days. The numbers remain.
      </p>
    );
  }
  const { remove, keep } = lists;
  return (
    <section aria-labelledby="lists" className="mt-8">
      <h2 id="lists" className="sr-only">
        Addresses
      </h2>
      <div className="grid gap-px overflow-hidden rounded-lg border border-hairline bg-hairline md:grid-cols-2">
        <List
          title="Take off your list"
          note="Gone for good. Sending to them again harms your standing and nothing else."
          addresses={remove.addresses}
          href={remove.href}
          primary
        />
        <List
          title="Keep"
          note="Refused for the moment, for a reason that is not the address, or not decided yet."
          addresses={keep.addresses}
          href={keep.href}
        >
          {keep.parts.map(part => (
            <Part key={part.fate} {...part} />
          ))}
        </List>
      </div>
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly note: string;
  readonly addresses: number;
  readonly href: string;
  readonly primary?: boolean;
  readonly children?: React.ReactNode;
}

const List = ({ title, note, addresses, href, primary = false, children }: ListProps) => (
  <section className="flex flex-col gap-4 bg-paper px-5 py-5" aria-label={title}>
    <div>
      <h3 className="text-15 font-medium tracking-normal text-ink-2">{title}</h3>
      <p className="mt-1 text-40 font-semibold tracking-[-0.03em] tabular-nums">{thousands(addresses)}</p>
      <p className="max-w-[42ch] text-13 text-ink-2">{note}</p>
    </div>
    {addresses === 0 ? null : (
      <>
        {children === undefined ? null : <ul className="grid content-start gap-1">{children}</ul>}
        <ButtonLink
          href={href}
          download
          look={primary ? "primary" : "plain"}
          className="no-print mt-auto self-start"
        >
          <Download aria-hidden="true" />
          Download as CSV
        </ButtonLink>
      </>
    )}
  </section>
);

const Part = ({ fate, words, addresses }: ListsView["keep"]["parts"][number]) =>
  addresses === 0 ? null : (
    <li className="flex items-baseline gap-2 text-13">
      <FateMark fate={fate} />
      <span className="grow">{words}</span>
      <span className="tabular-nums">{thousands(addresses)}</span>
    </li>
  );
