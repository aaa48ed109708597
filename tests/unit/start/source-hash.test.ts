import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceHash } from "#lib/start/source-hash.ts";

let folder: string;
let file: (name: string) => string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "source-hash-"));
  file = name => join(folder, name);
  await mkdir(file("lib/inner"), { recursive: true });
  await writeFile(file("lib/a.ts"), "a");
  await writeFile(file("lib/inner/b.ts"), "b");
});

afterEach(() => rm(folder, { recursive: true }));

const hash = (ignored: readonly string[] = []) => sourceHash([file("lib"), file("missing")], ignored);

test("is the same for the same files", async () => {
  expect(await hash()).toBe(await hash());
});

test.each<[string, () => Promise<unknown>]>([
  ["a changed file", () => writeFile(file("lib/inner/b.ts"), "c")],
  ["a new file", () => writeFile(file("lib/c.ts"), "")],
  ["a removed file", () => rm(file("lib/a.ts"))],
  ["a renamed file", () => rename(file("lib/a.ts"), file("lib/z.ts"))],
  ["content that moved from one file to the next", () => writeFile(file("lib/a.ts"), "ab")],
])("changes with %s", async (_name, change) => {
  const before = await hash();
  await change();
  expect(await hash()).not.toBe(before);
});

test("does not change with what is ignored", async () => {
  const before = await hash([file("lib/inner")]);
  await writeFile(file("lib/inner/b.ts"), "changed");
  expect(await hash([file("lib/inner")])).toBe(before);
});
