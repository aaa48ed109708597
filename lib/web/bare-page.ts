import { houseFont } from "./house-font.ts";

export interface BarePage {
  readonly title: string;
  /** Trusted HTML: the paragraphs below the heading. */
  readonly body: string;
  /** Of the content policy of this answer; see `nonceOf`. */
  readonly nonce: string;
  /** What the visitor chose; as the system when left out. */
  readonly theme?: "system" | "light" | "dark";
}

/**
 * A page in one string, for moments in which rendering is too much work or may itself have failed. It looks like the
 * other pages, but hangs on nothing of theirs but the typeface.
 */
export const barePage = ({ title, body, nonce, theme = "system" }: BarePage): string => `<!doctype html>
<html lang="en" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Mailtriage</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${fontFace()}${STYLE}</style>
</head>
<body>
<header><a href="/">${MARK}Mailtriage</a></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

/** The nonce that a content policy lets styles use; empty where it has none. */
export const nonceOf = (policy: string): string => /'nonce-([A-Za-z0-9+/=]+)'/u.exec(policy)?.[1] ?? "";

function fontFace(): string {
  const url = houseFont();
  return url === null
    ? ""
    : `@font-face{font-family:Geist;src:url(${url}) format("woff2");font-weight:100 900;font-display:swap}`;
}

/** As in components/layout/wordmark.tsx. */
const MARK = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20.9 7.4A10 10 0 1 0 22 12"/><path d="M6.8 8.9h10.4v6.4H6.8zM7 9.1l5 4 5-4"/></svg>`;

/** The few tokens of app/globals.css that such a page needs. */
const STYLE = `
:root{--paper:light-dark(oklch(0.988 0.003 110),oklch(0.175 0.008 225));--ink:light-dark(oklch(0.225 0.015 225),oklch(0.945 0.004 110));--ink-2:light-dark(oklch(0.4 0.014 225),oklch(0.79 0.008 225));--accent:light-dark(oklch(0.43 0.073 205),oklch(0.78 0.09 195));color-scheme:light dark}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 Geist,ui-sans-serif,system-ui,sans-serif;-webkit-font-smoothing:antialiased;-webkit-text-size-adjust:100%}
header,main{max-width:64rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;align-items:center;min-height:4rem}
header a{display:inline-flex;align-items:center;gap:.5rem;color:inherit;font-weight:600;letter-spacing:-.025em;text-decoration:none}
svg{width:1.5rem;height:1.5rem;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
svg path:first-child{stroke:var(--accent)}
main{padding-top:2.5rem}
h1{margin:0;max-width:26ch;font-size:1.75rem;font-weight:600;line-height:1.15;letter-spacing:-.022em;text-wrap:balance}
p{margin:1rem 0 0;max-width:62ch;color:var(--ink-2);text-wrap:pretty}
strong{color:var(--ink);font-weight:600}
main a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
@media (width>=40rem){header,main{padding-inline:2rem}main{padding-top:4rem}h1{font-size:2.5rem;line-height:1.1}}
@media (width>=120rem){html{font-size:112.5%}}
`;
