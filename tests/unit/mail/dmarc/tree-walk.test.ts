import { describe, expect, test } from "vitest";
import { stepsForSubdomain, walk, walkDomains } from "#lib/mail/dmarc/tree-walk.ts";
import type { WalkStep } from "#lib/mail/dmarc/walk-step.ts";

/** A step with these records, or a failed one. */
function step(domain: string, ...records: readonly string[]): WalkStep {
  const status = records.length > 0 ? "records" : "nxdomain";
  const name = `_dmarc.${domain}`;
  const lookup = `TXT ${name}`;
  return { domain, name, lookup, status, cnames: [], records, nearMisses: [], others: 0, failure: null };
}
const failed = (domain: string): WalkStep => ({
  ...step(domain),
  status: "servfail",
  failure: { reason: "dns-failed", lookups: [`TXT _dmarc.${domain}`] },
});
const organization = (start: string, ...steps: readonly WalkStep[]) => {
  const walked = walk(start, steps);
  return walked.ok ? walked.value.organizationalDomain : walked.failure.lookups;
};

describe("names of the walk (RFC 9989 4.10)", () => {
  test("the example of the standard: 13 labels, 8 names", () => {
    expect(walkDomains("a.b.c.d.e.f.g.h.i.j.mail.example.com")).toEqual([
      "a.b.c.d.e.f.g.h.i.j.mail.example.com",
      "g.h.i.j.mail.example.com",
      "h.i.j.mail.example.com",
      "i.j.mail.example.com",
      "j.mail.example.com",
      "mail.example.com",
      "example.com",
      "com",
    ]);
  });

  test("the example of decentralised management (RFC 9989 5.1.8): the zone cut is passed over", () => {
    expect(walkDomains("mail.a.b.c.d.e.f.g.example.com")).toEqual([
      "mail.a.b.c.d.e.f.g.example.com",
      "c.d.e.f.g.example.com",
      "d.e.f.g.example.com",
      "e.f.g.example.com",
      "f.g.example.com",
      "g.example.com",
      "example.com",
      "com",
    ]);
  });

  test("seven labels lose one at a time, eight are cut to seven, which is the same", () => {
    expect(walkDomains("a.b.c.d.e.f.g")).toEqual([
      "a.b.c.d.e.f.g",
      "b.c.d.e.f.g",
      "c.d.e.f.g",
      "d.e.f.g",
      "e.f.g",
      "f.g",
      "g",
    ]);
    const eight = walkDomains("a.b.c.d.e.f.g.h");
    expect(eight).toHaveLength(8);
    expect(eight[1]).toBe("b.c.d.e.f.g.h");
  });

  test("nine labels jump over one", () => {
    expect(walkDomains("x.a.b.c.d.e.f.g.h").slice(0, 3)).toEqual([
      "x.a.b.c.d.e.f.g.h",
      "b.c.d.e.f.g.h",
      "c.d.e.f.g.h",
    ]);
  });

  test("the top is reached", () => {
    expect(walkDomains("example.gov")).toEqual(["example.gov", "gov"]);
    expect(walkDomains("gov")).toEqual(["gov"]);
  });

  test("never more than eight", () => {
    expect(walkDomains("a.".repeat(100) + "example.com")).toHaveLength(8);
  });

  test("a sub-domain's walk passes over a domain of eight labels, not over one of seven", () => {
    const seven = walkDomains("a.b.c.d.e.f.g").map(domain => step(domain));
    const eight = walkDomains("a.b.c.d.e.f.g.h").map(domain => step(domain));
    expect(stepsForSubdomain(seven)[0]?.domain).toBe("a.b.c.d.e.f.g");
    expect(stepsForSubdomain(eight)[0]?.domain).toBe("b.c.d.e.f.g.h");
  });
});

describe("organizational domain (RFC 9989 4.10.2)", () => {
  const none = "v=DMARC1; p=none";

  test("the record with the fewest labels, the first example of the standard", () => {
    expect(
      organization(
        "a.mail.example.com",
        step("a.mail.example.com"),
        step("mail.example.com", none),
        step("example.com", none),
        step("com"),
      ),
    ).toBe("example.com");
  });

  test("psd=n ends the walk, the second example", () => {
    expect(
      organization(
        "a.mail.example.com",
        step("a.mail.example.com"),
        step("mail.example.com", "v=DMARC1; p=none; psd=n"),
        step("example.com", none),
        step("com"),
      ),
    ).toBe("mail.example.com");
  });

  test("one label below psd=y, the third example", () => {
    expect(
      organization(
        "a.mail.example.com",
        step("a.mail.example.com"),
        step("mail.example.com"),
        step("example.com"),
        step("com", "v=DMARC1; p=none; psd=y"),
      ),
    ).toBe("example.com");
  });

  test("psd=y at the start does not count, and ends the walk", () => {
    expect(organization("gov", step("gov", "v=DMARC1; p=reject; psd=y"))).toBe("gov");
    expect(
      organization("agency.gov", step("agency.gov", "v=DMARC1; p=reject; psd=y"), step("gov", none)),
    ).toBe("agency.gov");
  });

  test("psd=u is the default and stops nothing", () => {
    expect(
      organization("a.example", step("a.example", "v=DMARC1; p=none; psd=u"), step("example", none)),
    ).toBe("example");
  });

  test("without records it is the start", () => {
    expect(organization("a.example.com", step("a.example.com"), step("example.com"), step("com"))).toBe(
      "a.example.com",
    );
  });

  test("several records at one name are discarded and the walk goes on", () => {
    expect(
      organization(
        "a.example.com",
        step("a.example.com"),
        step("example.com", none, none),
        step("com", none),
      ),
    ).toBe("com");
    expect(
      organization(
        "a.example.com",
        step("a.example.com"),
        step("example.com", "v=DMARC1; psd=n", "v=DMARC1; psd=n"),
        step("com"),
      ),
    ).toBe("a.example.com");
  });

  test("a failed step leaves nothing known, although a later step has a record", () => {
    expect(
      organization("a.example.com", failed("a.example.com"), step("example.com", none), step("com")),
    ).toEqual(["TXT _dmarc.a.example.com"]);
    expect(
      organization("a.example.com", step("a.example.com", none), step("example.com"), failed("com")),
    ).toEqual(["TXT _dmarc.com"]);
  });

  test("a failure beyond the stop does not matter", () => {
    expect(
      organization(
        "a.example.com",
        step("a.example.com"),
        step("example.com", "v=DMARC1; p=none; psd=n"),
        failed("com"),
      ),
    ).toBe("example.com");
  });
});
