/** What copying, pasting and mail programs do to a text. Each is a pure function of the text. */
export const DEFACEMENTS: Readonly<Record<string, (text: string) => string>> = {
  crlf: text => text.replaceAll("\n", "\r\n"),
  flattened: text => text.replace(/\s+/g, " ").trim(),
  "doubled line breaks": text => text.replaceAll("\n", "\n\n"),
  quoted: text => text.replace(/^/gm, "> "),
  "quoted twice": text => text.replace(/^/gm, "> > "),
  "barred quotes": text => text.replace(/^/gm, "| "),
  "no-break spaces": text => text.replace(/(?<=\S) (?=\S)/g, "\u00a0"),
  "narrow spaces": text => text.replace(/(?<=\S) (?=\S)/g, "\u202f"),
  "zero-width spaces": text => text.replace(/(\w{4})(?=\w)/g, "$1\u200b"),
  "soft hyphens": text => text.replace(/([a-z]{5})(?=[a-z])/g, "$1\u00ad"),
  "bidi marks": text =>
    text.replace(/\S+@\S+/g, "\u200e$&\u200e").replace(/\d{4}-\d\d-\d\d/g, "\u200e$&\u200e"),
  "smart quotes": text =>
    text
      .replace(/(^|\s)'/gm, "$1\u2018")
      .replaceAll("'", "\u2019")
      .replace(/(^|\s)"/gm, "$1\u201c")
      .replaceAll('"', "\u201d"),
  "en dashes": text => text.replace(/(\d{3})-(?=\d)/g, "$1\u2013"),
  "fullwidth digits": text => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  entities: text =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  "mailto links": text => text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "$&<mailto:$&>"),
  "safe links": text =>
    text.replace(
      /https:\/\/[^\s<>"')\]]+/g,
      url =>
        `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02&reserved=0`,
    ),
  "quoted-printable": quotedPrintable,
  base64: text =>
    (
      Buffer.from(text)
        .toString("base64")
        .match(/.{1,76}/g) ?? []
    ).join("\n"),
  mojibake: text => new TextDecoder("windows-1252").decode(Buffer.from(text)),
  "wrapped at 72": text => wrapWords(text, 72),
  "cut at column 50": text => cut(text, 50),
  "cut at column 78": text => cut(text, 78),
  "quoted and wrapped": text => wrapWords(text, 60).replace(/^/gm, "> "),
};

function quotedPrintable(text: string): string {
  const encoded = text.replace(/[^\t\n\x20-\x3c\x3e-\x7e]/gu, character =>
    [...Buffer.from(character)].map(byte => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  return encoded
    .split("\n")
    .map(line =>
      line.length < 74
        ? line
        : line.replace(/.{1,72}(?=.)/g, part => (/=.?$/.test(part) ? part : `${part}=\n`)),
    )
    .join("\n");
}

const wrapWords = (text: string, width: number): string =>
  text
    .split("\n")
    .flatMap(line => line.trim().match(new RegExp(`.{1,${width}}(?:\\s|$)|\\S{${width},}`, "g")) ?? [""])
    .map(line => line.trimEnd())
    .join("\n");

const cut = (text: string, column: number): string =>
  text
    .split("\n")
    .map(line => line.match(new RegExp(`.{1,${column}}`, "g"))?.join("\n") ?? "")
    .join("\n");
