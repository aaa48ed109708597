import { expect, test } from "vitest";
import { providerOrigins } from "#lib/auth/providers.ts";
import { contentPolicy } from "#lib/web/content-policy.ts";

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(policy.split("; ").map(directive => [directive.split(" ")[0] ?? "", directive]));

test("a page may run scripts with its nonce, and nothing else may run", () => {
  const policy = directives(contentPolicy({ nonce: "abc", development: false }));
  expect(policy.get("script-src")).toBe("script-src 'nonce-abc' 'strict-dynamic'");
  expect(policy.get("default-src")).toBe("default-src 'none'");
  for (const closed of ["object-src", "base-uri", "frame-ancestors"]) {
    expect(policy.get(closed)).toBe(`${closed} 'none'`);
  }
  expect(policy.get("require-trusted-types-for")).toBe("require-trusted-types-for 'script'");
});

test("nothing is loaded from anywhere else, and no inline style or script is let in", () => {
  const policy = contentPolicy({ nonce: "abc", development: false });
  expect(policy).not.toMatch(/unsafe|https?:|\*/u);
});

const formAction = (formTargets: readonly string[]): string | undefined =>
  directives(contentPolicy({ nonce: "abc", development: false, formTargets })).get("form-action");

test("forms lead to this site, and to providers only where the page says so", () => {
  expect(directives(contentPolicy({ nonce: "abc", development: false })).get("form-action")).toBe(
    "form-action 'self'",
  );
  expect(formAction([])).toBe("form-action 'self'");
  expect(formAction(["https://github.com"])).toBe("form-action 'self' https://github.com");
});

test("a provider may be led to when it is configured, and no other one", () => {
  const client = { clientId: "x", clientSecret: "y" };
  expect(providerOrigins({ google: null, github: client, entra: null })).toEqual(["https://github.com"]);
  expect(providerOrigins({ google: null, github: null, entra: null })).toEqual([]);
});
