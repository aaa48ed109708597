import { Wordmark } from "./wordmark.tsx";

const LINKS = [
  { href: "/checks", label: "Checks" },
  { href: "/about/grade", label: "Grade" },
] as const;

export function Header() {
  return (
    <header className="no-print mx-auto flex h-16 w-full max-w-5xl items-center justify-between gap-4 px-5 sm:px-8">
      <Wordmark />
      <nav aria-label="Main">
        <ul className="flex gap-5 text-15">
          {LINKS.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="rounded-sm text-ink-2 transition-colors hover:text-ink">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
