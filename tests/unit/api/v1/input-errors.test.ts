import { expect, test } from "vitest";
import { pointerTo } from "#lib/api/v1/input-errors.ts";

/** RFC 6901 sections 3 to 6: "~" and "/" are escaped, and then what a URI fragment cannot hold. */
test.each([
  [[], "#"],
  [["domains", 3], "#/domains/3"],
  [["a/b"], "#/a~1b"],
  [["m~n"], "#/m~0n"],
  [["~1"], "#/~01"],
  [["c%d"], "#/c%25d"],
  [[" "], "#/%20"],
  [["ü"], "#/%C3%BC"],
])("%j is %s", (path, pointer) => {
  expect(pointerTo(path)).toBe(pointer);
});
