import { describe, expect, it } from "vitest";
import { applyRepairs } from "#lib/bounce/repair/edit.ts";
import { repairBlanks } from "#lib/bounce/repair/blanks.ts";
import { repairEntities } from "#lib/bounce/repair/entities.ts";
import { repairText } from "#lib/bounce/repair/repair-text.ts";

const repaired = (text: string): string => repairText(text).text;

describe("each defect of pasted text is undone", () => {
  it.each([
    ["carriage returns", "a\r\nb\rc", "a\nb\nc"],
    ["escaped line breaks", "550-5.1.1 No such\\r\\n550 5.1.1 user", "550-5.1.1 No such\n550 5.1.1 user"],
    ["quote marks", "> 550 5.1.1\n> User unknown", "550 5.1.1\nUser unknown"],
    ["nested quote marks", "> > a b\n> > c d", "a b\nc d"],
    ["no-break and figure spaces", "550\u00a05.1.1\u202fUser\u2007unknown", "550 5.1.1 User unknown"],
    ["zero-width characters", "rej\u200be\u2060ct\ufeffed", "rejected"],
    ["bidi marks around an address", "\u200euser@example.com\u200f", "user@example.com"],
    ["soft hyphens", "un\u00adknown", "unknown"],
    ["smart quotes", "\u2018550 5.1.1\u2019 \u201cno\u201d", "'550 5.1.1' \"no\""],
    ["a dash between codes", "550\u20135.1.1", "550-5.1.1"],
    ["fullwidth digits", "\uff15\uff15\uff10 \uff15\uff0e\uff11\uff0e\uff11", "550 5.1.1"],
    ["entities", "&lt;user@example.com&gt;&nbsp;&#39;no&#x27;", "<user@example.com> 'no'"],
    ["entities escaped twice", "&amp;lt;a&amp;gt;", "<a>"],
    ["an address beside its link", "user@example.com<mailto:user@example.com>", "user@example.com"],
    ["an address as a link", "<mailto:user@example.com>", "<user@example.com>"],
    ["a host beside its link", "mx.example.com<http://mx.example.com/>", "mx.example.com"],
    ["a Markdown link", "[user@example.com](mailto:user@example.com)", "user@example.com"],
    [
      "a safe link",
      "see https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Faka.ms%2FEXOSmtpErrors&data=05 .",
      "see https://aka.ms/EXOSmtpErrors .",
    ],
    [
      "a link of URL Defense",
      "https://urldefense.com/v3/__https://www.example.com/a__;!!x$",
      "https://www.example.com/a",
    ],
    ["quoted-printable", "Gr=C3=BC=C3=9Fe =3D ok", "Grüße = ok"],
    ["UTF-8 read as Windows-1252", "F\u00c3\u00bcr Empf\u00c3\u00a4nger", "Für Empfänger"],
    ["JIS without its escapes", "$B4IM}<T(B", "管理者"],
    ["a word in two halves at a line end", "Recipient address rejec\nted", "Recipient address rejected"],
    ["a word in two halves in flattened text", "Recip ient address rejected", "Recipient address rejected"],
    ["a broken address", "user@exam\nple.com", "user@example.com"],
    ["a broken status code", "550 5.\n4.1 x", "550 5.4.1 x"],
    ["a broken host of Microsoft", "AM4.eurprd04.prod.outlook.\ncom", "AM4.eurprd04.prod.outlook.com"],
  ])("%s", (_, damaged, whole) => {
    expect(repaired(damaged)).toBe(whole);
  });

  it("a base64 body is decoded, a signature is not", () => {
    const text = "550 5.1.1 The email account that you tried to reach does not exist, said the server.";
    expect(repaired(Buffer.from(text).toString("base64"))).toBe(text);
    const signature = Buffer.from(Array.from({ length: 96 }, (_, index) => (index * 37) % 256)).toString(
      "base64",
    );
    expect(repaired(`b=${signature};`)).toContain(signature);
  });
});

describe("what is whole stays as it is", () => {
  it.each([
    "550 5.1.1 <user@example.com>: Recipient address rejected: User unknown",
    ">>> RCPT TO:<user@example.com>\n<<< 550 User unknown",
    "[{LED=450 4.7.0 x};{MSG=};{IP=192.0.2.1}] dsn=5.1.1, status=bounced, delay=12",
    "C:\\new\\report",
    "|--- Failed addresses follow: ---|\n <user@example.com>\n|--- Message text follows: ---|",
    "mail box, in valid, no body",
    "Réponse: déjà vu, façade",
    "No se pudo entregar a pepe@empresa.example.\nNo se encontró",
  ])("%s", text => {
    expect(repaired(text)).toBe(text);
  });
});

describe("offsets lead back to what was pasted", () => {
  it("through several repairs", () => {
    const damaged = "x&lt;\u00a0&lt;y";
    const { text, originalOffset } = applyRepairs(damaged, [repairEntities, repairBlanks]);
    expect(text).toBe("x< <y");
    expect(damaged.slice(originalOffset(text.indexOf("y")))).toBe("y");
    expect(originalOffset(0)).toBe(0);
    expect(originalOffset(2)).toBe(damaged.indexOf("\u00a0"));
  });
});
