import { visibleText } from "#lib/values/visible-text.ts";

/** Text that Markdown must take as nothing but text: no markup, no HTML, no links, on one line. */
export const markdownText = (text: string): string =>
  visibleText(text.replaceAll(/\s*\n\s*/gu, " "))
    .replaceAll(/[\\`*_{}[\]<>#|~!&@]/gu, "\\$&")
    .replaceAll(/(https?):\/\/|(www)\./giu, (_, scheme, www) => (scheme ? `${scheme}\\://` : `${www}\\.`))
    .replace(/^(\d+)([.)])/u, "$1\\$2")
    .replace(/^([-+=])/u, "\\$1");

/** Machine text as a code span, whatever backticks are in it (CommonMark 6.1). */
export function markdownCode(text: string): string {
  const shown = visibleText(text.replaceAll("\n", " "));
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") || shown === "" ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
