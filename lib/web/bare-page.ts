export interface BarePage {
  readonly title: string;
  /** Trusted HTML: the paragraphs below the heading. */
  readonly body: string;
  /** Of the content policy of this answer; see `nonceOf`. */
  readonly nonce: string;
}

/** A page in one string, for moments in which rendering is too much work or may itself have failed. */
export const barePage = ({ title, body, nonce }: BarePage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Mailtriage</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

/** The nonce that a content policy lets styles use; empty where it has none. */
export const nonceOf = (policy: string): string => /'nonce-([A-Za-z0-9+/=]+)'/u.exec(policy)?.[1] ?? "";

const STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif;background:light-dark(#fbfbf9,#0c1113);color:light-dark(#1a2226,#ecedea)}
main{max-width:34rem;margin:18vh auto 0;padding:0 20px}
h1{font-size:28px;line-height:1.15;letter-spacing:-.02em}
p{color:light-dark(#465056,#b9c0c3)}
a{color:light-dark(#135e63,#7fd0d3)}`;
