import { waitWords } from "#lib/services/limits/wait-words.ts";
import { utcTime } from "./utc-words.ts";

export interface LimitedPageInput {
  readonly seconds: number;
  readonly now: Date;
  /** Of the content policy of this answer. */
  readonly nonce: string;
}

/**
 * The page that says when to come back. It is one string, since a page that answers too much work must not be
 * work itself.
 */
export function limitedPage({ seconds, now, nonce }: LimitedPageInput): string {
  const again = new Date(now.getTime() + seconds * 1_000);
  return page(`${waitWords(seconds)}, at ${utcTime(again.toISOString())}`, nonce);
}

const STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif;background:light-dark(#fbfbf9,#0c1113);color:light-dark(#1a2226,#ecedea)}
main{max-width:34rem;margin:18vh auto 0;padding:0 20px}
h1{font-size:28px;line-height:1.15;letter-spacing:-.02em}
p{color:light-dark(#465056,#b9c0c3)}
a{color:light-dark(#135e63,#7fd0d3)}`;

const page = (when: string, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Too much at once · Mailtriage</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>Too much at once</h1>
<p>More was asked for from here than one visitor is given. Nothing was stored, and what you have is kept.</p>
<p><strong>Come back ${when}.</strong> What you typed is still in the page before this one.</p>
<p>With an account you may ask for more: <a href="/sign-in">sign in</a>. <a href="/">Start page</a></p>
</main>
</body>
</html>
`;
