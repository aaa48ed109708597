import { Wordmark } from "./wordmark.tsx";

const LINKS = [
  { href: "/codes", label: "Codes" },
  { href: "/guides", label: "Guides" },
  { href: "/checks", label: "Checks" },
] as const;

interface HeaderProps {
  /** Whether the browser holds a session; whether that still lives shows where it matters. */
  readonly signedIn: boolean;
}

export function Header({ signedIn }: HeaderProps) {
  const own = signedIn
    ? { href: "/account/history", label: "Account" }
    : { href: "/sign-in", label: "Sign in" };
  return (
    <header className="no-print mx-auto flex min-h-16 w-full max-w-5xl flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-2 sm:px-8">
      <Wordmark />
      <nav aria-label="Main">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-15">
          {[...LINKS, own].map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="block rounded-sm py-1 text-ink-2 transition-colors hover:text-ink">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
