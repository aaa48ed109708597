import { describe, expect, it } from "vitest";
import { htmlToText, looksLikeHtml } from "#lib/bounce/mime/html-to-text.ts";
import { parseHeaders } from "#lib/bounce/mime/headers.ts";
import { parseMessage } from "#lib/bounce/mime/parse-message.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const REPORT = `From: MAILER-DAEMON@mx.example.com
Subject: Undelivered
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

This is a MIME message.
--b1
Content-Type: text/plain

550 5.1.1 User unknown
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
--b1
Content-Type: message/rfc822

Subject: Offer
Content-Type: multipart/alternative; boundary="b2"

--b2

Buy
--b2--
--b1--
`;

const opened = async (source: string | Uint8Array) => {
  const { parts } = await parseMessage(typeof source === "string" ? bytesOf(source) : source);
  return parts.map(part => [part.type, part.text().trim().split("\n", 1)[0]]);
};

const OPENED = [
  ["text/plain", "550 5.1.1 User unknown"],
  ["message/delivery-status", "Reporting-MTA: dns; mx.example.com"],
  ["message/rfc822", "Subject: Offer"],
];

describe("a report", () => {
  it("is opened into its parts, and the mail that came back stays closed", async () => {
    expect(await opened(REPORT)).toEqual(OPENED);
  });

  it.each([
    ["CR LF line ends", REPORT.replaceAll("\n", "\r\n")],
    ["bare CR line ends", REPORT.replaceAll("\n", "\r")],
    ["the line of a mailbox file before it", `From MAILER-DAEMON Mon Nov  2 10:11:12 2026\n${REPORT}`],
    ["a boundary that is not the declared one", REPORT.replace('boundary="b1"', 'boundary="b9"')],
    ["no boundary declared", REPORT.replace('; boundary="b1"', "")],
    ["its header folded", REPORT.replace("; report-type", ";\n\treport-type")],
    ["its end cut off", REPORT.slice(0, REPORT.indexOf("--b2--"))],
  ])("is opened with %s", async (_, source) => {
    expect(await opened(source)).toEqual(OPENED);
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
  ])("%s", async (_, octets, text) => {
    const mail = Buffer.concat([Buffer.from("From: a@example.com\nSubject: "), octets, Buffer.from("\n\nx")]);
    expect((await parseMessage(mail)).headers.get("subject")).toBe(text);
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
  ])("%s %s", async (encoding, charset, body, text) => {
    const source = `Content-Type: text/plain; charset="${charset}"\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
    expect((await parseMessage(bytesOf(source))).parts[0]?.text().trim()).toBe(text);
  });
});

describe("octets that no charset was declared for, or the wrong one", () => {
  it.each([
    [
      "latin1, nothing declared",
      "text/plain",
      Buffer.from("Zustellung an Müller", "latin1"),
      "Zustellung an Müller",
    ],
    ["latin1 as us-ascii", "text/plain; charset=us-ascii", Buffer.from("Empfänger", "latin1"), "Empfänger"],
    ["latin1 as utf-8", 'text/plain; charset="utf-8"', Buffer.from("Empfänger", "latin1"), "Empfänger"],
    ["utf-8 as us-ascii", "text/plain; charset=us-ascii", Buffer.from("Empfänger"), "Empfänger"],
    ["utf-8, nothing declared", "text/plain", Buffer.from("Получатель"), "Получатель"],
    [
      "ISO-2022-JP, nothing declared",
      "text/plain",
      Buffer.from("\u001b$B4IM}<T\u001b(B", "latin1"),
      "管理者",
    ],
    ["Shift_JIS, nothing declared", "text/plain", Buffer.from("82a082e882aa82c682a4", "hex"), "ありがとう"],
  ])("%s", async (_, type, octets, text) => {
    const mail = Buffer.concat([Buffer.from(`Content-Type: ${type}\n\n`), octets]);
    expect((await opened(mail))[0]).toEqual(["text/plain", text]);
  });
});

it("what is declared by no type at all is plain text", async () => {
  expect(await opened("Content-Type: \u00a0text\n\n550 5.1.1")).toEqual([["text/plain", "550 5.1.1"]]);
});

describe("octets behind a transfer encoding", () => {
  it.each([
    ["no charset", "text/plain", "quoted-printable", "Empf=E4nger unbekannt"],
    ["utf-8 declared", "text/plain; charset=utf-8", "quoted-printable", "Empf=E4nger unbekannt"],
    [
      "base64",
      "text/plain; charset=us-ascii",
      "base64",
      Buffer.from("Empfänger unbekannt", "latin1").toString("base64"),
    ],
  ])("%s", async (_, type, encoding, body) => {
    const source = `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
    expect((await opened(source))[0]).toEqual(["text/plain", "Empfänger unbekannt"]);
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
