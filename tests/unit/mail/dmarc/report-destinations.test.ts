import { describe, expect, test } from "vitest";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { discoverDmarc } from "#lib/mail/dmarc/discover.ts";

/** Where reports about example.com may go: host to answer, "?" for unknown. */
async function destinations(rua: string, zone = "", faults: readonly Fault[] = [], domain = "example.com") {
  const strings = `v=DMARC1; p=none; ${rua}`.match(/.{1,255}/gu) ?? [];
  const record = strings.map(part => `"${part}"`).join(" ");
  const resolver = zoneResolver(`_dmarc.example.com. TXT ${record}\n${zone}`, { faults });
  const { destinations: found } = await discoverDmarc(resolver, domain);
  return found.map(({ host, authorisation }) => [host, authorisation.ok ? authorisation.value : "?"]);
}

describe("report destinations (RFC 9990, verifying external destinations)", () => {
  test("the domain itself and hosts of its organization need no consent", async () => {
    expect(await destinations("rua=mailto:d@example.com,mailto:d@reports.example.com")).toEqual([
      ["example.com", "internal"],
      ["reports.example.com", "internal"],
    ]);
  });

  test("a host elsewhere has to publish its consent", async () => {
    const consent = 'example.com._report._dmarc.red.example.net. TXT "v=DMARC1"';
    expect(await destinations("rua=mailto:d@red.example.net", consent)).toEqual([
      ["red.example.net", "authorised"],
    ]);
    expect(await destinations("rua=mailto:d@red.example.net")).toEqual([["red.example.net", "no-record"]]);
  });

  test("a wildcard consents to everybody, a trailing semicolon is fine", async () => {
    const consent = '*._report._dmarc.red.example.net. TXT "v=DMARC1;"';
    expect(await destinations("rua=mailto:d@red.example.net", consent)).toEqual([
      ["red.example.net", "authorised"],
    ]);
  });

  test("a text without the version first is no consent", async () => {
    const consent =
      'example.com._report._dmarc.red.example.net. TXT "rua=mailto:d@red.example.net; v=DMARC1"';
    expect(await destinations("rua=mailto:d@red.example.net", consent)).toEqual([
      ["red.example.net", "no-record"],
    ]);
  });

  test("of several consents one is enough", async () => {
    const consent = ['"v=DMARC1"', '"v=DMARC1;"', '"other"']
      .map(text => `example.com._report._dmarc.red.example.net. TXT ${text}`)
      .join("\n");
    expect(await destinations("rua=mailto:d@red.example.net", consent)).toEqual([
      ["red.example.net", "authorised"],
    ]);
  });

  test("a consent may name another mailbox of the same host, not another host", async () => {
    const at = "example.com._report._dmarc.red.example.net. TXT";
    expect(
      await destinations("rua=mailto:d@red.example.net", `${at} "v=DMARC1; rua=mailto:x@red.example.net"`),
    ).toEqual([["red.example.net", "authorised"]]);
    expect(
      await destinations("rua=mailto:d@red.example.net", `${at} "v=DMARC1; rua=mailto:x@blue.example.net"`),
    ).toEqual([["red.example.net", "override-elsewhere"]]);
  });

  test("a failed lookup of the consent leaves it unknown", async () => {
    const faults: Fault[] = [{ name: "example.com._report._dmarc.red.example.net", failure: "servfail" }];
    expect(await destinations("rua=mailto:d@red.example.net", "", faults)).toEqual([
      ["red.example.net", "?"],
    ]);
  });

  test("an unknown organization of the host leaves it unknown, unless the consent is there", async () => {
    const faults: Fault[] = [{ name: "_dmarc.example.net", failure: "timeout" }];
    expect(await destinations("rua=mailto:d@red.example.net", "", faults)).toEqual([
      ["red.example.net", "?"],
    ]);
    const consent = 'example.com._report._dmarc.red.example.net. TXT "v=DMARC1"';
    expect(await destinations("rua=mailto:d@red.example.net", consent, faults)).toEqual([
      ["red.example.net", "authorised"],
    ]);
  });

  test("rua and ruf name a host once", async () => {
    const zone = 'example.com._report._dmarc.red.example.net. TXT "v=DMARC1"';
    expect(
      await destinations(
        "rua=mailto:a@red.example.net; ruf=mailto:f@red.example.net,mailto:f@example.com",
        zone,
      ),
    ).toEqual([
      ["red.example.net", "authorised"],
      ["example.com", "internal"],
    ]);
  });

  test("an inherited record asks about the domain it stands at", async () => {
    const consent = 'example.com._report._dmarc.red.example.net. TXT "v=DMARC1"';
    expect(await destinations("rua=mailto:d@red.example.net", consent, [], "a.example.com")).toEqual([
      ["red.example.net", "authorised"],
    ]);
  });

  test("a parent without a record is another organization by the tree walk, the same one by the list", async () => {
    const resolver = zoneResolver('_dmarc.a.example.com. TXT "v=DMARC1; p=none; rua=mailto:d@example.com"');
    const { destinations: found } = await discoverDmarc(resolver, "a.example.com");
    expect(found).toMatchObject([
      { host: "example.com", authorisation: { value: "no-record" }, sameByList: true },
    ]);
  });

  test("a consent name that cannot exist", async () => {
    const label = "a".repeat(60);
    const host = `${label}.${label}.${label}.${label}`;
    expect(await destinations(`rua=mailto:d@${host}`)).toEqual([[host, "name-too-long"]]);
  });

  test("ten hosts are looked at, however many are named", async () => {
    const uris = Array.from({ length: 40 }, (_, index) => `mailto:d@r${index}.example.net`);
    expect(await destinations(`rua=${uris.join(",")}`)).toHaveLength(10);
  });
});
