import * as fc from "fast-check";
import type { Fault } from "#lib/dns/resolvers/zone.ts";

/** A small DNS world with SPF records that refer to each other, and one message to be judged in it. */
export interface SpfWorld {
  readonly zone: string;
  readonly faults: readonly Fault[];
  readonly ip: string;
  readonly mailFrom: string;
  readonly helo: string;
}

const NAMES = [
  "example.com",
  "a.example.com",
  "b.example.com",
  "c.example.net",
  "d.example.net",
  "gone.example.net",
];
const HOSTS = ["h1.example.net", "h2.example.net", "h3.example.net", "h4.example.net"];
const IPS = ["192.0.2.1", "192.0.2.77", "198.51.100.9", "2001:db8::1", "2001:db8:9::7", "::ffff:192.0.2.1"];

const name = fc.constantFrom(...NAMES);
const anyName = fc.constantFrom(...NAMES, ...HOSTS);
const qualifier = fc.constantFrom("", "", "", "+", "-", "~", "?");

const macro = fc
  .tuple(
    fc.constantFrom("s", "l", "o", "d", "i", "v", "h", "p", "S", "L", "D", "I"),
    fc.constantFrom("", "", "", "1", "2", "3", "127"),
    fc.constantFrom("", "", "r"),
    fc.constantFrom("", "", ".", "-", "+", ".-", "_", "/="),
  )
  .map(parts => `%{${parts.join("")}}`);

const spec = fc.oneof(
  { weight: 6, arbitrary: anyName },
  { weight: 2, arbitrary: fc.tuple(macro, anyName).map(parts => parts.join(".")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(macro, macro, fc.constantFrom("example.com", "example.net"))
      .map(parts => parts.join(".")),
  },
  { weight: 1, arbitrary: macro },
  { weight: 1, arbitrary: anyName.map(text => `${text}.`) },
);

const prefix = fc.constantFrom("", "", "", "/24", "/32", "/0", "//64", "//0", "/16//48", "/25//128");
const ip4 = fc.constantFrom(
  "192.0.2.1",
  "192.0.2.0/24",
  "198.51.100.0/25",
  "0.0.0.0/0",
  "203.0.113.7/32",
  "192.0.2.64/26",
);
const ip6 = fc.constantFrom(
  "2001:db8::1",
  "2001:db8::/32",
  "::/0",
  "2001:db8:9::/48",
  "::ffff:192.0.2.1",
  "::1.1.1.1/0",
);

/** Terms by the grammar. */
const goodTerm = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(qualifier, fc.constantFrom("a", "mx"), fc.option(spec), prefix)
      .map(([sign, kind, target, length]) => `${sign}${kind}${target === null ? "" : `:${target}`}${length}`),
  },
  { weight: 3, arbitrary: fc.tuple(qualifier, fc.constant("include:"), spec).map(parts => parts.join("")) },
  { weight: 2, arbitrary: fc.tuple(qualifier, fc.constant("exists:"), spec).map(parts => parts.join("")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(qualifier, fc.constant("ptr"), fc.option(spec))
      .map(([sign, kind, target]) => `${sign}${kind}${target === null ? "" : `:${target}`}`),
  },
  { weight: 2, arbitrary: fc.tuple(qualifier, fc.constant("ip4:"), ip4).map(parts => parts.join("")) },
  { weight: 2, arbitrary: fc.tuple(qualifier, fc.constant("ip6:"), ip6).map(parts => parts.join("")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("-", "~"), fc.constantFrom("all", "ALL"))
      .map(parts => parts.join("")),
  },
);

const modifier = fc.oneof(
  { weight: 3, arbitrary: spec.map(text => `redirect=${text}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "exp=why.example.com",
      "exp=%{d1r}.example.com",
      "exp=gone.example.net",
      "exp=two.example.com",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("x=y", "match_subdomains=yes", "foo=", "moo.cow=%{d}", "include=example.com"),
  },
);

/** Pieces that are wrong, or right in a surprising way, at some corner of the grammar. */
const oddTerm = fc.constantFrom(
  "moo",
  "a:",
  "a/33",
  "a//129",
  "a/024",
  "a/00",
  "a:museum",
  "a:museum.",
  "a:foo-bar",
  "a:example.com:8080",
  "a:111.222.33.44",
  "ip4:1.2.3",
  "ip4:1.2.3.4/33",
  "ip4:01.2.3.4",
  "ip4:1.2.3.4/",
  "ip6:::1.2.3.4/129",
  "ip6:zz::1",
  "ip6:1:2:3:4:5:6:7:8::",
  "exists:%(ir).x.com",
  "exists:%{d0}.x.com",
  "exists:%{c}.x.com",
  "exists:%",
  "exists:%{x}",
  "exists:a%_b.example.com",
  "exists:%%.example.com",
  "redirect=",
  "exp=",
  "redirect:example.com",
  "-redirect=a.com",
  "1x=y",
  "x=%{q}",
  "x=%{c}",
  "all:",
  "-all/8",
  "ptr/24",
  "ptr:",
  "include",
  "include:a.com/24",
  "mx:foo..example.com",
  "a:.com",
  "a:foo/24.example.com",
  "=x",
  "exists:a.b-",
  "exists:a.-b",
  "a:example.com/24/24",
  "a/24//",
  "ip4:",
  "A",
  "Mx",
  "IP4:192.0.2.1",
);

/** Most records are sound and end in something; some are long enough to meet the limits. */
const record = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 30, arbitrary: goodTerm },
        { weight: 5, arbitrary: modifier },
        { weight: 1, arbitrary: oddTerm },
      ),
      { maxLength: 14, size: "max" },
    ),
    fc.constantFrom(2, 4, 6, 14),
    fc.constantFrom("", "-all", "-all exp=why.example.com", "exp=why.%{d2} -all", "~all", "?all"),
    fc.constantFrom(
      ...Array.from({ length: 20 }, () => "v=spf1"),
      "V=SPF1",
      "v=spf10",
      "v=spf1 ",
      "v=spf1  ",
    ),
  )
  .map(([terms, most, ending, version]) =>
    [version, ...terms.slice(0, most), ...(ending === "" ? [] : [ending])].join(" "),
  );

const explanation = fc.constantFrom(
  "Because.",
  "%{i} is not one of %{d}'s",
  "%{s} %{o} %{h} %{v}",
  "%{S}",
  "100% sure",
  "%{x}",
  "%{d}.",
  "%%%_%-",
  "",
);

const quoted = (text: string) =>
  (text.match(/.{1,200}/gu) ?? [""]).map(part => `"${part.replaceAll(/["\\]/gu, "\\$&")}"`).join(" ");

const addresses = fc.record({
  h1: fc.subarray(["192.0.2.1", "198.51.100.9"]),
  h2: fc.subarray(["192.0.2.77", "203.0.113.5"]),
  h6: fc.subarray(["2001:db8::1", "2001:db8:9::7"]),
});

const failure = fc.constantFrom("servfail", "timeout", "refused");

export const spfWorld: fc.Arbitrary<SpfWorld> = fc
  .record({
    records: fc.uniqueArray(fc.tuple(anyName, record), {
      minLength: 6,
      maxLength: 10,
      selector: ([owner]) => owner,
    }),
    second: fc.oneof(
      { weight: 15, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.tuple(name, record) },
    ),
    root: record,
    addresses,
    why: explanation,
    mx: fc.array(
      fc.tuple(anyName, fc.constantFrom(10, 20, 30), fc.constantFrom(...HOSTS, "gone.example.net")),
      { maxLength: 5 },
    ),
    ptr: fc.array(
      fc.tuple(
        fc.constantFrom("1.2.0.192.in-addr.arpa", "77.2.0.192.in-addr.arpa"),
        fc.constantFrom(...HOSTS, "example.com"),
      ),
      { maxLength: 3 },
    ),
    faults: fc.array(
      fc.record({
        name: fc.constantFrom(...NAMES, ...HOSTS, "1.2.0.192.in-addr.arpa", "why.example.com"),
        failure,
      }),
      { maxLength: 1 },
    ),
    faulty: fc.constantFrom(true, false, false, false),
    ip: fc.constantFrom(...IPS),
    mailFrom: fc.constantFrom(
      "user@example.com",
      "strong-bad@example.com",
      "a.b+c@example.com",
      "",
      "example.com",
      "@example.com",
      "user@a.example.com",
    ),
    helo: fc.constantFrom("h1.example.net", "example.com", "mail.example.com"),
  })
  .map(world => {
    const lines = [
      `example.com. 300 IN TXT ${quoted(world.root)}`,
      ...world.records
        .filter(([owner]) => owner !== "example.com")
        .map(([owner, text]) => `${owner}. 300 IN TXT ${quoted(text)}`),
      // Now and then a name has two records, or the domain itself.
      ...(world.second === null ? [] : [`${world.second[0]}. 300 IN TXT ${quoted(world.second[1])}`]),
      ...world.addresses.h1.flatMap(text => [
        `h1.example.net. 300 IN A ${text}`,
        `a.example.com. 300 IN A ${text}`,
      ]),
      ...world.addresses.h2.flatMap(text => [
        `h2.example.net. 300 IN A ${text}`,
        `example.com. 300 IN A ${text}`,
      ]),
      ...world.addresses.h6.flatMap(text => [
        `h3.example.net. 300 IN AAAA ${text}`,
        `example.com. 300 IN AAAA ${text}`,
      ]),
      ...world.mx.map(([owner, preference, host]) => `${owner}. 300 IN MX ${preference} ${host}.`),
      ...world.ptr.map(([owner, host]) => `${owner}. 300 IN PTR ${host}.`),
      `why.example.com. 300 IN TXT ${quoted(world.why)}`,
      'two.example.com. 300 IN TXT "one"',
      'two.example.com. 300 IN TXT "two"',
      "user.example.com. 300 IN A 127.0.0.2",
      "1.2.0.192.example.com. 300 IN A 127.0.0.2",
    ];
    return {
      zone: `${[...new Set(lines)].join("\n")}\n`,
      faults: world.faulty ? world.faults : [],
      ip: world.ip,
      mailFrom: world.mailFrom,
      helo: world.helo,
    };
  });
