import { readFile, writeFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { dataDirectory } from "./e2e-database.ts";
import { publishedIn, servedIn } from "./serve-published.ts";

/** Publishes records in place of those published before; resolves once the name server of the house serves them. */
export async function publish(zone: string): Promise<void> {
  const folder = dataDirectory();
  await writeFile(publishedIn(folder), zone);
  await expect.poll(() => readFile(servedIn(folder), "utf8").catch(() => "")).toBe(zone);
}
