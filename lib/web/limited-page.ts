import { waitWords } from "#lib/services/limits/wait-words.ts";
import { barePage } from "./bare-page.ts";
import { utcTime } from "./utc-words.ts";

export interface LimitedPageInput {
  readonly seconds: number;
  readonly now: Date;
  /** Of the content policy of this answer. */
  readonly nonce: string;
  readonly theme: "system" | "light" | "dark";
}

/** The page that says when to come back. A page that answers too much work must not be work itself. */
export function limitedPage({ seconds, now, nonce, theme }: LimitedPageInput): string {
  const again = new Date(now.getTime() + seconds * 1_000);
  return barePage({
    title: "Too much at once",
    body: `<p>More was asked for from here than one visitor is given. Nothing was stored, and what you have is kept.</p>
<p><strong>Come back ${waitWords(seconds)}, at ${utcTime(again.toISOString())}.</strong> What you typed is still in the page before this one.</p>
<p>With an account you may ask for more.</p>
<p><a href="/sign-in">Sign in</a> · <a href="/">Start page</a></p>`,
    nonce,
    theme,
  });
}
