import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseZoneFile } from "#lib/dns/zone-file.ts";
import { threadTime } from "../../support/thread-time.ts";

const recordsIn = (text: string) => {
  const parsed = parseZoneFile(text);
  if (!parsed.ok) throw new Error(`line ${parsed.error.line}: ${parsed.error.message}`);
  return parsed.value.map(record => [record.name, record.ttl, record.type, record.data]);
};

test("the example of RFC 1035 section 5.3, written for one origin", () => {
  const records = recordsIn(`
$ORIGIN ISI.EDU.
@   IN  SOA     VENERA      Action\\.domains (
                                 20     ; SERIAL
                                 7200   ; REFRESH
                                 600    ; RETRY
                                 3600000; EXPIRE
                                 60)    ; MINIMUM

        NS      A.ISI.EDU.
        NS      VAXA
        MX      10      VENERA
        MX      20      VAXA

A       A       26.3.0.103

VENERA  A       10.1.0.52
        A       128.9.0.32
`);
  expect(records).toEqual([
    [
      "isi.edu",
      3600,
      "SOA",
      {
        primary: "venera.isi.edu",
        mailbox: "action\\.domains.isi.edu",
        serial: 20,
        refresh: 7200,
        retry: 600,
        expire: 3_600_000,
        minimum: 60,
      },
    ],
    ["isi.edu", 3600, "NS", "a.isi.edu"],
    ["isi.edu", 3600, "NS", "vaxa.isi.edu"],
    ["isi.edu", 3600, "MX", { preference: 10, exchange: "venera.isi.edu" }],
    ["isi.edu", 3600, "MX", { preference: 20, exchange: "vaxa.isi.edu" }],
    ["a.isi.edu", 3600, "A", "26.3.0.103"],
    ["venera.isi.edu", 3600, "A", "10.1.0.52"],
    ["venera.isi.edu", 3600, "A", "128.9.0.32"],
  ]);
});

describe("data of every type", () => {
  test.each([
    ["a A 192.0.2.1", "192.0.2.1"],
    ["a AAAA 2001:DB8::0:1", "2001:db8::1"],
    ["a MX 0 .", { preference: 0, exchange: "." }],
    ["a NS Ns1.Example.", "ns1.example"],
    ["a PTR host", "host"],
    ["a CNAME b.c", "b.c"],
    ['a TXT "v=spf1 -all"', { strings: ["v=spf1 -all"] }],
    ["a TXT bare words", { strings: ["bare", "words"] }],
    ['a TXT ( "two"\n "lines" )', { strings: ["two", "lines"] }],
    ['a TXT ""', { strings: [""] }],
    [
      'a TXT "semi;colon (paren) \\"quote\\" back\\\\slash"',
      { strings: ['semi;colon (paren) "quote" back\\slash'] },
    ],
    ['a TXT "\\255\\000\\065"', { strings: ["\xff\0A"] }],
    ['a TXT "é"', { strings: ["\xc3\xa9"] }],
    ["a TXT semi\\;colon", { strings: ["semi;colon"] }],
    ['a TXT "joined""tight"', { strings: ["joined", "tight"] }],
    ["a TLSA 3 1 1 ABCD ef01", { usage: 3, selector: 1, matchingType: 1, data: "abcdef01" }],
    [
      "a DS 60485 5 1 ( 2BB183AF\n 5F22588179 )",
      { keyTag: 60485, algorithm: 5, digestType: 1, digest: "2bb183af5f22588179" },
    ],
    ["a DNSKEY 257 3 13 AQID BA==", { flags: 257, algorithm: 13, key: "AQIDBA==" }],
    ['a CAA 0 issue "letsencrypt.org"', { critical: false, tag: "issue", value: "letsencrypt.org" }],
    ["a CAA 128 IODEF mailto:x@example.com", { critical: true, tag: "iodef", value: "mailto:x@example.com" }],
  ])("%s", (line, data) => {
    expect(recordsIn(line)).toEqual([["a", 3600, expect.any(String), data]]);
  });
});

describe("owners, time to live and directives", () => {
  test.each([
    ["@ A 192.0.2.1", ".", 3600],
    ["$ORIGIN example.com.\n@ A 192.0.2.1", "example.com", 3600],
    ["$ORIGIN example.com.\nwww A 192.0.2.1", "www.example.com", 3600],
    ["$ORIGIN example.com.\nwww.example.org. A 192.0.2.1", "www.example.org", 3600],
    ["$ORIGIN com.\n$ORIGIN example\nwww A 192.0.2.1", "www.example.com", 3600],
    ["$TTL 60\na A 192.0.2.1", "a", 60],
    ["$TTL 1h30m\na A 192.0.2.1", "a", 5400],
    ["a 5 IN A 192.0.2.1", "a", 5],
    ["a IN 5 A 192.0.2.1", "a", 5],
    ["a in 1D a 192.0.2.1", "a", 86_400],
    ["*.Example.COM A 192.0.2.1", "*.example.com", 3600],
    ["_dmarc.example.com. A 192.0.2.1", "_dmarc.example.com", 3600],
    ["a\\.b.example. A 192.0.2.1", "a\\.b.example", 3600],
    ["\\065\\032b. A 192.0.2.1", "a\\032b", 3600],
    ["\ufeffa A 192.0.2.1", "a", 3600],
    ["a A 192.0.2.1\r\n", "a", 3600],
    ['a A 192.0.2.1 ; comment (with a bracket and a "quote', "a", 3600],
  ])("%j", (text, owner, ttl) => {
    expect(recordsIn(text)).toEqual([[owner, ttl, "A", "192.0.2.1"]]);
  });

  test("an omitted owner is the owner of the record before", () => {
    expect(recordsIn("a A 192.0.2.1\n\t A 192.0.2.2\nb A 192.0.2.3").map(([name]) => name)).toEqual([
      "a",
      "a",
      "b",
    ]);
  });
});

describe("faults are told with their line", () => {
  test.each([
    ["a A 192.0.2.1\n\nb A 192.0.2.256", 3],
    ["a A 192.0.2.1\n$INCLUDE other", 2],
    ["$TTL soon", 1],
    [" A 192.0.2.1", 1],
    ["a", 1],
    ["a IN", 1],
    ["a CH TXT x", 1],
    ["a SRV 0 0 25 b", 1],
    ["a A", 1],
    ["a A 192.0.2.1 192.0.2.2", 1],
    ["a AAAA 192.0.2.1", 1],
    ["a MX mail", 1],
    ["a MX 65536 mail", 1],
    ["a MX 10", 1],
    ["a CNAME b c", 1],
    ["a..b A 192.0.2.1", 1],
    [`${"a".repeat(64)} A 192.0.2.1`, 1],
    ["a TXT", 1],
    [`a TXT "${"x".repeat(256)}"`, 1],
    ['a TXT "open', 1],
    ['a A 192.0.2.1\nb TXT "\\256"', 2],
    ["\na TXT (\nb", 3],
    ["a TXT b )", 1],
    ["a SOA b c ( 1 2\n3 4 )", 1],
    ["a DS 1 2 3 xyz", 1],
    ["a TLSA 3 1 1", 1],
    ["a DNSKEY 257 2 13 AQID", 1],
    ["a DNSKEY 257 3 13 A", 1],
    ["a CAA 0 issue", 1],
  ])("%j: line %i", (text, line) => {
    const parsed = parseZoneFile(text);
    expect(parsed.ok || parsed.error.line).toBe(line);
  });
});

test("any text is records or one fault with a line that exists", () => {
  const piece = fc.constantFrom(
    "a",
    "@",
    "$ORIGIN",
    "$TTL",
    " ",
    "\n",
    "(",
    ")",
    ";",
    '"',
    "\\",
    "\\200",
    "A",
    "TXT",
    "MX",
    "10",
    ".",
    "x.",
    "192.0.2.1",
    "\0",
    "é",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map(pieces => pieces.join("")),
      ),
      text => {
        const parsed = parseZoneFile(text);
        if (!parsed.ok) expect(parsed.error.line).toBeLessThanOrEqual(text.split("\n").length);
      },
    ),
    { numRuns: 3000 },
  );
});

test("the work grows with the length of the text, not faster", () => {
  for (const evil of ["(", '"', "\\", '"\\', "a ", "$ORIGIN a\n", "((", ";"]) {
    const spent = threadTime();
    parseZoneFile(evil.repeat(50_000));
    expect(spent()).toBeLessThan(1000);
  }
});
