import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const explained = readFileSync("docs/decisions/0007-dependencies.md", "utf8");

describe("packages", () => {
  const packages = { ...dependencies, ...devDependencies };

  test.each(Object.keys(packages))("%s has a reason", name => {
    expect(explained).toContain(`\`${name}\``);
  });

  test.each(Object.entries<string>(packages))("%s is pinned", (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  test("the schema engine is that of the client", () => {
    const engine: string = dependencies["@prisma/schema-engine-wasm"];
    expect(engine.split("-")[0]).toBe(dependencies["@prisma/client"]);
    expect(dependencies["@prisma/client"]).toBe(dependencies.prisma);
  });
});
