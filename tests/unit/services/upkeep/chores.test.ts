import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BOUNDED_OTHERWISE, CHORES } from "#lib/services/upkeep/chores.ts";

const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = [...schema.matchAll(/^model (\w+) \{/gmu)].map(([, name = ""]) => name);
const bounded = CHORES.flatMap(({ bounds }) => bounds);

describe("no table grows without end", () => {
  test("the schema is read", () => expect(models).toContain("Scan"));

  test.each(models)("%s has a chore, or a reason for having none", model => {
    const declared = [...bounded, ...Object.keys(BOUNDED_OTHERWISE)].filter(name => name === model);
    expect(declared).toHaveLength(1);
  });

  test("nothing is declared for a table that is not there", () => {
    expect([...bounded, ...Object.keys(BOUNDED_OTHERWISE)].filter(name => !models.includes(name))).toEqual(
      [],
    );
  });

  test("every chore is done, and is called like its file", () => {
    const files = globSync("lib/services/upkeep/chores/*.ts").map(file => file.replace(/.*\/|\.ts$/gu, ""));
    expect(CHORES.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });
});
