import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { discoverDmarc } from "#lib/mail/dmarc/discover.ts";

/**
 * Policy discovery of RFC 9989 against mailauth 7.1 over generated zones. Known and wanted differences:
 * - After a failed lookup that decides between sp and np mailauth assumes the weaker one; we say that it is unknown.
 * - mailauth takes "mailto:" without an address for a valid reporting URI (RFC 9989 4.10.1); RFC 6068 asks for an
 *   address. Such URIs are not generated.
 */
interface MailauthDmarc {
  readonly status: { readonly result: string; readonly header?: { readonly d?: string } };
  readonly domain?: string;
  readonly policy?: string;
}

/** mailauth publishes no types for this file; the shape is what its documentation says. */
const { dmarc } = createRequire(import.meta.url)("mailauth/lib/dmarc") as {
  dmarc(options: unknown): Promise<MailauthDmarc>;
};

/** The same world as node:dns would show it. */
const asNodeDns = (resolver: Resolver) => async (name: string, type: "A" | "CNAME" | "TXT") => {
  const answer = await resolver.lookup(name, type);
  if (isFailure(answer)) throw Object.assign(new Error("failed"), { code: "ESERVFAIL" });
  if (answer.status === "nxdomain") throw Object.assign(new Error("gone"), { code: "ENOTFOUND" });
  if (answer.status === "nodata") throw Object.assign(new Error("empty"), { code: "ENODATA" });
  return recordsOf(answer).map(record =>
    typeof record === "string" ? record : Reflect.get(record, "strings"),
  );
};

const policy = fc.constantFrom("none", "quarantine", "reject", "REJECT", "block", "");
const optional = (tag: string, value: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.constant(""),
    value.map(text => `; ${tag}=${text}`),
  );

const record = fc
  .tuple(
    fc.constantFrom("v=DMARC1", "v=DMARC1", "v=DMARC1", "v = DMARC1", "V=DMARC1", "v=dmarc1", "v=DMARC2"),
    optional("p", policy),
    optional("sp", policy),
    optional("np", policy),
    optional("psd", fc.constantFrom("y", "n", "n", "u", "Y", "x")),
    optional("t", fc.constantFrom("y", "n")),
    optional("rua", fc.constantFrom("mailto:d@example.com", "d@example.com", "mailto:d@example.com!5m", "")),
    optional("p", fc.constantFrom("none", "reject")),
  )
  .map(parts => parts.join(""));

const labels = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 9 });

const world = fc.record({
  domain: labels.map(parts => `${parts.join(".")}.com`),
  // Where records stand: so many labels counted from the right, one or two records at each.
  records: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 10 }), fc.array(record, { minLength: 1, maxLength: 2 })),
    {
      maxLength: 4,
    },
  ),
  exists: fc.boolean(),
  failing: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 1 }),
});

const suffix = (domain: string, count: number): string => domain.split(".").slice(-count).join(".");

describe("policy discovery as mailauth does it", () => {
  test("3000 generated zones", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(world, async ({ domain, records, exists, failing }) => {
        const zone = [
          exists ? `${domain}. A 192.0.2.1` : "",
          ...records.flatMap(([count, texts]) =>
            texts.map(text => `_dmarc.${suffix(domain, count)}. TXT "${text}"`),
          ),
        ].join("\n");
        const faults: Fault[] = failing.map(count => ({
          name: `_dmarc.${suffix(domain, count)}`,
          failure: "servfail",
        }));
        const resolver = zoneResolver(zone, { faults });
        const [{ rfc9989 }, theirs] = await Promise.all([
          discoverDmarc(resolver, domain),
          dmarc({
            headerFrom: [`x@${domain}`],
            spfDomains: [],
            dkimDomains: [],
            resolver: asNodeDns(resolver),
          }),
        ]);
        compared += 1;
        if (theirs.status.result === "temperror") {
          expect(rfc9989.exact.ok).toBe(false);
          return;
        }
        const ours = rfc9989.exact.ok ? rfc9989.exact.value.applied : "unknown";
        expect(ours).toBe(theirs.status.result === "none" ? null : (theirs.policy ?? null));
        if (theirs.status.result !== "none" && rfc9989.record.ok) {
          expect(rfc9989.record.value?.domain).toBe(theirs.status.header?.d);
        }
        if (rfc9989.organizationalDomain.ok) expect(rfc9989.organizationalDomain.value).toBe(theirs.domain);
      }),
      { numRuns: 3000, seed: 9989 },
    );
    expect(compared).toBeGreaterThanOrEqual(3000);
  });
});
