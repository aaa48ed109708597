import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { test } from "vitest";

test("the typefaces are what the package gives", async () => {
  await promisify(execFile)(process.execPath, ["bin/subset-fonts.ts", "--check"]);
});
