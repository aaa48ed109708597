import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { htmlToText, looksLikeHtml } from "#lib/bounce/mime/html-to-text.ts";
import { parseHeaders } from "#lib/bounce/mime/headers.ts";
import { parseMessage } from "#lib/bounce/mime/parse-message.ts";
import { bounceCorpus } from "../../../support/bounce-corpus.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Bare CR line ends, wrong boundaries, and charsets that were declared wrongly or not at all are read here and not there. */
const EXCEPTIONS = ["only-cr", "eai-postfix", "latin1", "broken-boundary", "no-boundary-param"];

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("agrees with postal-mime on every mail of the corpus", () => {
  const mails = bounceCorpus().filter(
    ({ name }) => name.endsWith(".eml") && !EXCEPTIONS.some(part => name.includes(part)),
  );
  it.each(mails.map(file => [file.name, file] as const))("%s", async (_, { bytes }) => {
    const theirs = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    const ours = parseMessage(bytes);
    expect(ours.headers.get("subject")).toBe(theirs.subject ?? null);
    const attached = theirs.attachments.map(part => part.mimeType);
    const leaves = ours.parts
      .map(part => part.content.type)
      .filter(type => type !== "text/plain" && type !== "text/html");
    expect(leaves).toEqual(attached);
    const plain = ours.parts.filter(part => part.content.type === "text/plain").map(part => part.text());
    if (plain.length > 0) expect(squeeze(plain.join("\n"))).toBe(squeeze(theirs.text ?? ""));
  });
});

describe("headers that are not ASCII, against the rules or by RFC 6532", () => {
  it.each([
    ["utf-8", Buffer.from("Недоставлено"), "Недоставлено"],
    ["utf-8 that ends like a blank", Buffer.from("pas parvenu à"), "pas parvenu à"],
    [
      "windows-1252",
      Buffer.from("Zustellung fehlgeschlagen: Gr\u00fc\u00dfe", "latin1"),
      "Zustellung fehlgeschlagen: Grüße",
    ],
    ["iso-2022-jp", Buffer.from("\u001b$B4IM}<T\u001b(B", "latin1"), "管理者"],
  ])("%s", (_, octets, text) => {
    const mail = Buffer.concat([Buffer.from("From: a@example.com\nSubject: "), octets, Buffer.from("\n\nx")]);
    expect(parseMessage(mail).headers.get("subject")).toBe(text);
  });
});

describe("transfer encodings and charsets", () => {
  it.each([
    ["quoted-printable", "utf-8", "Gr=C3=BC=C3=9Fe =\nan alle", "Grüße an alle"],
    ["base64", "utf-8", Buffer.from("Grüße").toString("base64"), "Grüße"],
    ["quoted-printable", "iso-8859-1", "Gr=FC=DFe", "Grüße"],
    ["base64", "shift_jis", "iseXnZBs", "管理人"],
    ["7bit", "iso-2022-jp", "\u001b$B4IM}<T\u001b(B", "管理者"],
    ["base64", "utf-8", "no base64 at all: 550 5.1.1", "no base64 at all: 550 5.1.1"],
  ])("%s %s", (encoding, charset, body, text) => {
    const source = `Content-Type: text/plain; charset="${charset}"\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
    expect(parseMessage(bytesOf(source)).parts[0]?.text().trim()).toBe(text);
  });
});

describe("headers", () => {
  it("are unfolded, decoded, and keep their order", () => {
    const headers = parseHeaders(
      "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n\t=?utf-8?Q?_aus_Wien?=\nReceived: a\nReceived: b\n c",
    );
    expect(headers.get("subject")).toBe("Grüße aus Wien");
    expect(headers.all("received")).toEqual(["a", "b c"]);
    expect(headers.get("constructor")).toBeNull();
  });
});

describe("HTML becomes the words it shows", () => {
  it.each([
    ["<p>a</p><p>b &amp; c</p>", "a\n\nb & c"],
    ["<table><tr><td>Error:</td><td>550</td></tr></table>", "Error:\t550"],
    ["<style>x{}</style><script>alert(1)</script>text<!-- hidden -->", "text"],
    ["<pre>550 5.1.1\n&lt;a@b&gt;</pre>", "550 5.1.1\n<a@b>"],
    ["sloppy <user@example.com> address<br>next", "sloppy <user@example.com> address\nnext"],
    ["unclosed <a href='x", "unclosed"],
  ])("%s", (html, text) => {
    expect(htmlToText(html).replace(/\n\t/g, "\n").trim()).toBe(text);
  });

  it("angle brackets alone make no HTML", () => {
    expect(looksLikeHtml("<user@example.com>: host <mx.example.com> said: 550")).toBe(false);
    expect(looksLikeHtml("<html><body>x</body></html>")).toBe(true);
  });
});
