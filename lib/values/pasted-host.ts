/**
 * The host in what people paste where a domain is asked for: a URL, an e-mail address with or without name,
 * `mailto:`, `<...>`, quotes. Gives back the text itself, trimmed, where it is none of these.
 */
export function pastedHost(pasted: string): string {
  const text = withoutWrapping(pasted);
  const address = /<([^<>]*)>[^<>]*$/u.exec(text)?.[1] ?? text;
  const mailto = /^\s*mailto:(.*)$/isu.exec(address)?.[1];
  if (mailto !== undefined) return afterLastAt(mailto.split("?")[0] ?? "");
  const authority = /^\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}([^/\\?#]*)/iu.exec(address)?.[1];
  const host = afterLastAt(authority ?? address);
  // A bracketed IPv6 address keeps its colons; everything else ends at a path or port.
  if (host.startsWith("[")) return host.replace(/\](?::\d*)?(?:[/?#].*)?$/su, "]");
  if (host.split(":").length > 2) return host;
  return host.replace(/(?::\d*)?(?:[/\\?#].*)?$/su, "").trim();
}

const WRAPPING = /^[\s"'`“”‘’«»(\u200b\ufeff]+|[\s"'`“”‘’«»),;\u200b\ufeff]+$/gu;

const withoutWrapping = (text: string): string => text.replaceAll(WRAPPING, "");

const afterLastAt = (text: string): string => withoutWrapping(text.slice(text.lastIndexOf("@") + 1));
