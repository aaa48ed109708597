import { cn } from "../ui/class-names.ts";

const PAGES = [
  { href: "/account/history", label: "History" },
  { href: "/account/watched", label: "Watched domains" },
  { href: "/account/alerts", label: "Alerts" },
  { href: "/account/shares", label: "Share links" },
  { href: "/account/keys", label: "API keys" },
  { href: "/account", label: "Account" },
] as const;

interface AccountPageProps {
  readonly current: (typeof PAGES)[number]["href"];
  readonly title: string;
  /** The title came from a machine: a domain. */
  readonly mono?: boolean;
  readonly lead?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** A page of one's own things, with the way to the others. */
export function AccountPage({ current, title, mono = false, lead, children }: AccountPageProps) {
  return (
    <article className="pt-6 sm:pt-10">
      <nav aria-label="Account" className="no-print -mx-5 overflow-x-auto px-5 sm:mx-0 sm:px-0">
        <ul className="flex gap-6 border-b border-hairline text-15">
          {PAGES.map(({ href, label }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={href === current ? "page" : undefined}
                className={cn(
                  "-mb-px block border-b-2 py-2.5 whitespace-nowrap transition-colors",
                  href === current
                    ? "border-accent font-medium text-ink"
                    : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1
        className={cn(
          "mt-8 text-28 sm:mt-10",
          mono ? "font-mono [overflow-wrap:anywhere]" : "tracking-[-0.022em]",
        )}
      >
        {title}
      </h1>
      {lead === undefined ? null : <p className="mt-2 max-w-[62ch] text-ink-2">{lead}</p>}
      {children}
    </article>
  );
}

/** A part of such a page. */
export const AccountSection = ({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: React.ReactNode;
  children: React.ReactNode;
}) => (
  <section aria-labelledby={id} className="mt-12 max-w-2xl">
    <h2 id={id} className="text-21">
      {title}
    </h2>
    {lead === undefined ? null : <p className="mt-1 max-w-[62ch] text-ink-2">{lead}</p>}
    {children}
  </section>
);
