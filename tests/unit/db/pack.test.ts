import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "#lib/db/pack.ts";

/** Two hundred lines that do not repeat each other. */
const document = Array.from({ length: 200 }, (_, n) => ({
  n,
  name: `host${n * 7919}.example.com`,
  ttl: n * n,
}));

describe("packing", () => {
  test("gives back what was packed, with a base and without", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const base = pack(other);
        const same = JSON.stringify(value);
        expect(JSON.stringify(unpack(pack(value)))).toBe(same);
        expect(JSON.stringify(unpack(pack(value, base), base))).toBe(same);
      }),
    );
  });

  test("keeps octets that PostgreSQL text cannot hold", () => {
    const odd = { text: "\0\ud800\u00ff" };
    expect(unpack(pack(odd))).toEqual(odd);
  });

  test("of what the base says already takes a few dozen octets", () => {
    const base = pack(document);
    expect(pack(document, base).length).toBeLessThan(64);
    expect(base.length).toBeGreaterThan(500);
  });

  test("of one change takes about as much as the change", () => {
    const base = pack(document);
    const changed = document.with(100, { n: 100, name: "another.example.net", ttl: 3_600 });
    expect(pack(changed, base).length).toBeLessThan(150);
  });

  test("with another base is refused, not misread", () => {
    const base = pack(document);
    const other = pack(document.toReversed());
    expect(() => unpack(pack(document, base), other)).toThrow();
  });
});
