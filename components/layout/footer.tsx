import { ThemeChoice } from "./theme-choice.tsx";
import type { Theme } from "./theme.ts";

const LINKS = [
  { href: "/guides/550-5-4-1", label: "Guide to 550 5.4.1" },
  { href: "/codes", label: "Bounce codes" },
  { href: "/checks", label: "All checks" },
  { href: "/about/grade", label: "How the grade is made" },
  { href: "/docs/api", label: "API" },
  { href: "/privacy", label: "Privacy" },
] as const;

export function Footer({ theme }: { theme: Theme }) {
  return (
    <footer className="no-print mx-auto mt-auto w-full max-w-5xl px-5 pt-24 pb-8 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-hairline pt-5 text-13">
        <nav aria-label="About">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-ink-3">
            {LINKS.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="block rounded-sm py-1 hover:text-ink">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeChoice theme={theme} />
      </div>
    </footer>
  );
}
