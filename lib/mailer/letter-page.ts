/** The colours of a letter on light paper; contrast at least 4.5:1. */
export const COLOURS = {
  paper: "#fbfbf9",
  ink: "#1a2226",
  small: "#56615f",
  accent: "#135e63",
  bad: "#b3261e",
  good: "#1f6b43",
  plain: "#4a5a68",
  unknown: "#6f3fae",
} as const;

/** The same on dark paper, for programs that ask for it; the others invert by themselves. */
const DARK = {
  paper: "#0c1113",
  ink: "#ecedea",
  small: "#a9b2b6",
  accent: "#7fd0d3",
  bad: "#ff9a8f",
  good: "#7cd6a4",
  plain: "#b4c0cb",
  unknown: "#cbb0f5",
} as const;

const TONES = ["bad", "good", "plain", "unknown"] as const;

/** What overrules the styles of the elements has to say so. */
const STYLE = `@media (prefers-color-scheme:dark){
body{background:${DARK.paper}!important;color:${DARK.ink}!important}
.small{color:${DARK.small}!important}
.button{background:${DARK.accent}!important;color:${DARK.paper}!important}
${TONES.map(tone => `.${tone}{border-left-color:${DARK[tone]}!important}.${tone} .mark{color:${DARK[tone]}!important}`).join("\n")}
}`;

/** The page around what a letter says: one column, readable on a phone, nothing loaded from anywhere. */
export const letterPage = (body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>
<body style="margin:0;padding:32px 20px;background:${COLOURS.paper};color:${COLOURS.ink};font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 28px;font-weight:600">Mailtriage</p>
${body}
</div>
</body>
</html>
`;
