import { describe, expect, test } from "vitest";
import { checkIn, txt } from "../../../../support/spf-check.ts";

/** Passes exactly when the domain-spec expands to this name for the message of RFC 7208 7.4. */
async function expandsTo(spec: string, name: string, one = {}): Promise<boolean> {
  const zone = `${txt("email.example.com", `v=spf1 exists:${spec} -all`)}${name}. 300 IN A 127.0.0.2\n3.2.0.192.in-addr.arpa. 300 IN PTR mx.example.org.\nmx.example.org. 300 IN A 192.0.2.3\n`;
  return (await checkIn(zone, one)).result === "pass";
}

describe("macros in domain-specs (7.4)", () => {
  test.each([
    ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
    ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
    ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
    ["%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"],
    ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
    [
      "_h.%{h}._l.%{l}._o.%{o}._i.%{i}._spf.%{d}",
      "_h.mx.example.org._l.strong-bad._o.email.example.com._i.192.0.2.3._spf.email.example.com",
    ],
    ["%{p}.x.example.net", "mx.example.org.x.example.net"],
    ["%{S}.x.example.net", "strong-bad%40email.example.com.x.example.net"],
  ])("%s", async (spec, name) => {
    expect(await expandsTo(spec, name)).toBe(true);
  });
  test("IPv6", async () => {
    const name = "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com";
    expect(await expandsTo("%{ir}.%{v}._spf.%{d2}", name, { ip: "2001:db8::cb01" })).toBe(true);
  });
  test("a mapped address is IPv4 in macros", async () => {
    expect(
      await expandsTo("%{ir}.%{v}.x.example.net", "3.2.0.192.in-addr.x.example.net", {
        ip: "::ffff:192.0.2.3",
      }),
    ).toBe(true);
  });
  test("postmaster stands in for a missing local part", async () => {
    expect(
      await expandsTo("%{l}.x.example.net", "postmaster.x.example.net", { mailFrom: "email.example.com" }),
    ).toBe(true);
    expect(
      await expandsTo("%{l}.x.example.net", "postmaster.x.example.net", {
        mailFrom: "",
        helo: "email.example.com",
      }),
    ).toBe(true);
  });
  test("over-long names are cut on the left before they are asked", async () => {
    const tail = `${"y".repeat(60)}.${"z".repeat(60)}.${"w".repeat(60)}.example.net`;
    expect(
      await expandsTo(`%{l}.${tail}`, `x.${tail}`, { mailFrom: `${"v".repeat(63)}.x@email.example.com` }),
    ).toBe(true);
  });
});

/** The value of `%{p}` for a client with these reverse names. */
const validated = async (names: readonly string[], domain = "example.com", bad: readonly string[] = []) => {
  const ptr = names.map(name => `3.2.0.192.in-addr.arpa. 300 IN PTR ${name}.\n`).join("");
  const addresses = names
    .filter(name => !bad.includes(name))
    .map(name => `${name}. 300 IN A 192.0.2.3\n`)
    .join("");
  const zone = `${ptr}${addresses}${txt(domain, `v=spf1 -all exp=why.example.net`)}${txt("why.example.net", "%{p}")}`;
  return (await checkIn(zone, { mailFrom: `user@${domain}` })).explanation;
};

describe("the validated name %{p} (7.3)", () => {
  test("the domain itself first", async () => {
    expect(await validated(["a.example.org", "mx.example.com", "example.com"])).toBe("example.com");
  });
  test("then one below it", async () => {
    expect(await validated(["a.example.org", "badexample.com", "mx.example.com"])).toBe("mx.example.com");
  });
  test("then any", async () => {
    expect(await validated(["a.example.org"])).toBe("a.example.org");
  });
  test("only validated ones", async () => {
    expect(await validated(["mx.example.com", "a.example.org"], "example.com", ["mx.example.com"])).toBe(
      "a.example.org",
    );
  });
  test("unknown without any", async () => {
    expect(await validated([])).toBe("unknown");
  });
  test("unknown on an error", async () => {
    const zone = txt("example.com", "v=spf1 -all exp=why.example.net") + txt("why.example.net", "%{p}");
    const faults = [{ name: "3.2.0.192.in-addr.arpa", failure: "servfail" as const }];
    expect((await checkIn(zone, { mailFrom: "user@example.com", faults })).explanation).toBe("unknown");
  });
  test("of an IPv6 client by AAAA", async () => {
    const zone = `${txt("example.com", "v=spf1 -all exp=why.example.net")}${txt("why.example.net", "%{p}")}
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. 300 IN PTR six.example.org.
six.example.org. 300 IN AAAA 2001:db8::1
`;
    expect((await checkIn(zone, { mailFrom: "user@example.com", ip: "2001:db8::1" })).explanation).toBe(
      "six.example.org",
    );
  });
});

const fromJürgen = async (terms: string, more = "") => {
  const zone = txt("example.com", `v=spf1 ${terms}`) + more;
  return checkIn(zone, { mailFrom: "jürgen@example.com" });
};

describe("local parts beyond ASCII (RFC 8616 4)", () => {
  test.each([
    "exists:%{l}.example.net",
    "exists:%{L}.example.net",
    "a:%{s}.example.net",
    "include:%{l}.example.net",
    "mx:%{l1r-}.example.net",
    "ptr:%{S}.example.net",
  ])("%s matches nothing", async term => {
    const wild = "*.example.net. 300 IN A 192.0.2.3\n";
    const outcome = await fromJürgen(`${term} ~all`, wild);
    expect([outcome.result, outcome.lookups]).toEqual(["softfail", 1]);
  });
  test("other letters do", async () => {
    expect(
      (await fromJürgen("exists:%{o}.example.net -all", "example.com.example.net. 300 IN A 127.0.0.1\n"))
        .result,
    ).toBe("pass");
  });
  test("a redirect has no name to go to", async () => {
    expect((await fromJürgen("redirect=%{l}.example.net")).result).toBe("permerror");
  });
});
