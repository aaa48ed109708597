"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { cn } from "../ui/class-names.ts";
import type { Theme } from "./theme.ts";
import { THEME_COOKIE, THEME_COOKIE_SECONDS } from "./theme.ts";

const CHOICES = [
  { theme: "system", label: "As the system", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
] as const;

/**
 * The server renders the chosen theme from a cookie, so that nothing flashes and no script runs before the
 * page. Without JavaScript the form posts to /theme; with it the change is immediate.
 */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const [current, setCurrent] = useState(theme);
  const choose = (next: Theme) => {
    document.cookie = `${THEME_COOKIE}=${next}; Path=/; Max-Age=${THEME_COOKIE_SECONDS}; SameSite=Lax`;
    document.documentElement.dataset["theme"] = next;
    setCurrent(next);
  };
  return (
    <form
      method="post"
      action="/theme"
      aria-label="Colours"
      className="flex rounded-md border border-hairline p-0.5"
    >
      {CHOICES.map(({ theme: choice, label, Icon }) => (
        <button
          key={choice}
          type="submit"
          name="theme"
          value={choice}
          aria-label={label}
          title={label}
          aria-pressed={current === choice}
          onClick={event => {
            event.preventDefault();
            choose(choice);
          }}
          className={cn(
            "grid size-7 place-items-center rounded-sm transition-colors",
            current === choice ? "bg-sunken text-ink" : "text-ink-3 hover:text-ink",
          )}
        >
          <Icon className="size-4" strokeWidth={1.5} aria-hidden="true" />
        </button>
      ))}
    </form>
  );
}
