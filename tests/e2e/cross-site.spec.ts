import { expect, test } from "@playwright/test";

/** Requests that change something have to come from a page of this site (OWASP ASVS 3.5.1). */

const foreign = [
  ["no Origin", {}],
  ["a null Origin", { origin: "null" }],
  ["a foreign Origin", { origin: "https://attacker.example" }],
  ["a foreign site that sends our Origin", { "sec-fetch-site": "cross-site" }],
] as const;

for (const [name, headers] of foreign) {
  test(`a form post with ${name} is refused and starts nothing`, async ({ request }) => {
    const home = await (await request.get("/")).text();
    const fields = Object.fromEntries(
      [...home.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(
        ([, field = "", value = ""]) => [field, value.replaceAll("&quot;", '"')],
      ),
    );
    expect(Object.keys(fields).length).toBeGreaterThan(0);
    const response = await request.post("/", {
      headers: { ...headers },
      multipart: { ...fields, text: "example.com" },
      maxRedirects: 0,
    });
    expect(response.status()).toBe(403);
    expect(response.headers()["location"]).toBeUndefined();
  });
}
